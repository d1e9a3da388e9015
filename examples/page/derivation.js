/** The statements of a spec, without its comments and options. */
export const equationsOf = (spec) => spec.split("\n").filter((line) => line.trim() !== "" && !/^(#|train\()/.test(line));

/** The backward pass of one example, formula by formula: `{ formula, note, code }`, read from the loop in the text of `gradient`. */
export function backwardOf(module) {
  const start = module.indexOf("export function gradient(");
  const body = module.slice(start, module.indexOf("\n}", start));
  return body.split(/\n\n+/).flatMap((block) => {
    const lines = block.split("\n").filter((line) => line.trim() !== "");
    const comment = lines.find((line) => /^ {4}\/\/ d\w* = /.test(line));
    if (comment === undefined) return [];
    const [, formula, note] = /\/\/ (.*?)(?:\s{2,}\[(.*)\])?$/.exec(comment.trim());
    const code = lines.slice(lines.indexOf(comment) + 1);
    const indent = Math.min(...code.map((line) => line.search(/\S/)));
    return [{ formula, note: note ?? "", code: code.map((line) => line.slice(indent)).join("\n") }];
  });
}
