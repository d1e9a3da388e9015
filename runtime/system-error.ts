const reasons: { readonly [code: string]: string } = {
  ENOENT: "no such file",
  EISDIR: "is a directory",
  ENOTDIR: "a part of the path is no directory",
  EACCES: "permission denied",
  EPERM: "not permitted",
  EROFS: "the file system is read-only",
  ENOSPC: "no space left",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "the name is too long",
};

/** Why the system refused a file, in words that follow its path; the system's own code where they are not known. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? (code === "" ? String(error) : code);
}
