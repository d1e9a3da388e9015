import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Where Chromium is installed, if it is. */
export function chromiumPath(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = [...folders.flatMap((folder) => ["chromium", "chromium-browser"].map((name) => join(folder, name))), "/usr/bin/chromium"];
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
