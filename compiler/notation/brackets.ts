import { type Diagnostic } from "../diagnostics.ts";
import { problem, spanOf } from "./problem.ts";
import { closeBracket } from "./split.ts";
import { type Token, endsValue } from "./tokens.ts";

// math.js and whoever walks a tree recurse; beyond these depths their stack might overflow.
const MOST_NESTED = 100;
const LONGEST = 2000;

/** What the brackets of one statement tell before it is parsed. */
export interface Brackets {
  readonly diagnostics: readonly Diagnostic[];
  /** The opening brackets of arrays with a `;` between their rows. */
  readonly columns: ReadonlySet<Token>;
  /** The index of the `=` outside all brackets, or −1. */
  readonly assignment: number;
}

interface Frame {
  readonly token: Token;
  /** The opening bracket follows a value: a call or a subscript. */
  readonly afterValue: boolean;
  readonly keys: Set<string>;
  readonly rows: number[];
  /** Elements of the current row. */
  items: number;
  /** A token of the current element has been seen. */
  inside: boolean;
  /** Each `?` of the current element nests the rest of it. */
  choices: number;
  /** Tokens of the current and of the longest element: a bound on the depth of its tree. */
  run: number;
  longest: number;
}

/** Pairs the brackets of a statement and checks what hangs on them: nesting, length, equal rows, keys, assignments inside. */
export function readBrackets(tokens: readonly Token[]): Brackets {
  const scan = new Scan(tokens);
  tokens.forEach((token, index) => scan.step(token, index));
  return scan.finish();
}

class Scan {
  private readonly tokens: readonly Token[];
  private readonly diagnostics: Diagnostic[] = [];
  private readonly columns = new Set<Token>();
  private readonly base: Frame;
  private readonly open: Frame[] = [];
  private assignment = -1;
  private choices = 0;
  private nested = false;
  private limit: Diagnostic | undefined;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
    this.base = frame(tokens[0] ?? { kind: "newline", text: "", start: 0, end: 0 }, false);
  }

  step(token: Token, index: number): void {
    if (token.kind === "close") return this.close(token);
    const current = this.open.at(-1) ?? this.base;
    if (token.kind === "comma" || token.kind === "semicolon") return this.separate(current, token);
    current.run += 1;
    if (!current.inside) {
      current.inside = true;
      current.items += 1;
      this.key(current, token, index);
    }
    if (token.text === "?") this.choice(current, token);
    if (token.text === "=") this.assign(token, index);
    if (token.kind !== "open") return;
    this.open.push(frame(token, endsValue(this.tokens[index - 1])));
    this.measure(token);
  }

  finish(): Brackets {
    this.unclosed(this.open);
    const length = Math.max(this.base.run, this.base.longest);
    if (length > LONGEST && this.limit === undefined) {
      const message = `this expression is too long: ${length} words and signs, where ${LONGEST} are the most`;
      this.limit = problem("expression-too-long", spanOf(this.tokens), message, "give parts of it names of their own");
    }
    // Beyond a limit further complaints would only bury it.
    const diagnostics = this.limit === undefined ? this.diagnostics : [this.limit];
    return { diagnostics, columns: this.columns, assignment: this.assignment };
  }

  private separate(current: Frame, token: Token): void {
    this.choices -= current.choices;
    current.choices = 0;
    current.longest = Math.max(current.longest, current.run);
    current.run = 0;
    current.inside = false;
    if (token.kind !== "semicolon") return;
    current.rows.push(current.items);
    current.items = 0;
    if (current.token.text === "[") this.columns.add(current.token);
  }

  private close(token: Token): void {
    const { closed, unclosed } = closeBracket(this.open, token);
    this.unclosed(unclosed);
    for (const inner of unclosed) this.choices -= inner.choices;
    if (closed === undefined) {
      this.diagnostics.push(problem("unopened-bracket", token, `this ${token.text} closes nothing`, `remove it, or open it with ${PARTNER[token.text] ?? "("} before`));
      return;
    }
    this.choices -= closed.choices;
    if (PARTNER[token.text] !== closed.token.text) this.unclosed([closed]);
    else if (closed.token.text === "[" && !closed.afterValue) this.checkRows(closed, token);
    const outer = this.open.at(-1) ?? this.base;
    outer.run += Math.max(closed.run, closed.longest);
  }

  /** Of several the innermost is the likeliest mistake; to list all would be noise. */
  private unclosed(frames: readonly Frame[]): void {
    const token = frames.at(-1)?.token;
    if (token === undefined) return;
    this.diagnostics.push(problem("unclosed-bracket", token, `this ${token.text} is never closed`, `close it with ${PARTNER[token.text] ?? ")"}`));
  }

  private checkRows(closed: Frame, end: Token): void {
    const rows = closed.items > 0 ? [...closed.rows, closed.items] : closed.rows;
    const wrong = rows.find((row) => row !== rows[0]);
    if (wrong === undefined || rows.includes(0)) return;
    const span = { start: closed.token.start, end: end.end };
    this.diagnostics.push(problem("ragged-array", span, "the rows of this array differ in length", `row 1 has ${rows[0]}, row ${rows.indexOf(wrong) + 1} has ${wrong}`));
  }

  private key(current: Frame, token: Token, index: number): void {
    if (current.token.text !== "{" || this.tokens[index + 1]?.text !== ":") return;
    const key = token.kind === "string" ? token.text.slice(1, -1) : token.text;
    // math.js spells or stores these differently, so that their values could not be found again.
    if (/\\|^__proto__$/.test(key)) this.diagnostics.push(problem("unsupported-key", token, "this cannot be a key", "write a plain name, as in {rate: 0.1}"));
    if (current.keys.has(key)) this.diagnostics.push(problem("duplicate-key", token, `${key} is given twice`, "keep one of them"));
    current.keys.add(key);
  }

  private choice(current: Frame, token: Token): void {
    current.choices += 1;
    this.choices += 1;
    this.measure(token);
  }

  private measure(token: Token): void {
    if (this.limit !== undefined || this.open.length + this.choices <= MOST_NESTED) return;
    this.limit = problem("nested-too-deep", token, `more than ${MOST_NESTED} levels of brackets and choices`, "give inner parts names of their own");
  }

  private assign(token: Token, index: number): void {
    const around = this.open.at(-1);
    if (around === undefined && this.assignment < 0) {
      this.assignment = index;
      return;
    }
    if (this.nested) return;
    this.nested = true;
    const [before, after] = [this.tokens[index - 1], this.tokens[index + 1]];
    const pair = (sign: string): string => (before?.kind === "name" && after !== undefined ? `${before.text}${sign}${after.text}` : sign.trim());
    const compare = `to compare, write ${pair(" == ")}`;
    const hints = new Map([["{", `write ${pair(": ")}`], ["(", around?.afterValue === true ? `arguments go by position, without names; ${compare}` : compare]]);
    const hint = around === undefined ? `one name is assigned per statement; ${compare}` : hints.get(around.token.text) ?? compare;
    this.diagnostics.push(problem("nested-assignment", token, "an assignment cannot stand inside an expression", hint));
  }
}

const PARTNER: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", ")": "(", "]": "[", "}": "{" };

function frame(token: Token, afterValue: boolean): Frame {
  return { token, afterValue, keys: new Set(), rows: [], items: 0, inside: false, choices: 0, run: 0, longest: 0 };
}
