import type { Expression, Index, Offset, Step, Test } from "../../ir/program.ts";
import { freeIndices, Keys } from "../sharing.ts";
import { pointwise } from "../../ops/index.ts";
import { elementCode, elementName } from "./places.ts";
import { asValue, atom, numberCode, spell, wrap, type Code } from "./spelling.ts";
import type { Surroundings } from "./straight.ts";

/** One level of a loop nest: what is known there, and the lines written so far. */
interface Level {
  readonly indices: ReadonlySet<number>;
  /** How often its body runs. */
  readonly times: number;
  readonly lines: string[];
  readonly known: Map<string, Code>;
}

export const letters = ["i", "j", "p", "q", "u", "v", "w", "l", "r", "g"];

/** Writes a step as loops over its indices, everything computed at the outermost loop that knows its indices. */
export function loop(step: Step, around: Surroundings): void {
  new LoopNest(around).emit(step);
}

class LoopNest {
  readonly #around: Surroundings;
  readonly #letters = new Map<number, string>();
  readonly #levels: Level[];
  readonly #keys = new Keys();
  #counts: ReadonlyMap<string, number> = new Map();
  #step: Step | undefined;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#levels = [{ indices: new Set(), times: 1, lines: [], known: new Map() }];
  }

  emit(step: Step): void {
    this.#around.comment(step);
    this.#step = step;
    this.#counts = this.#keys.countsIn(step.value);
    this.#nest(step.indices, () => {
      const write = (): void => {
        if (this.#around.locals.has(step.target) && !step.accumulate) return this.#local(step);
        const change = step.accumulate ? { operator: "+=", by: step.value } : this.#change(step);
        const value = asValue(this.#code(change?.by ?? step.value));
        const target = this.#around.locals.has(step.target) ? atom(this.#around.variables.get(step.target)?.get(0) as string) : this.#element(step.target, step.offset);
        this.#line(`${target.text} ${change?.operator ?? "="} ${value.text};`);
      };
      if (step.tests.length === 0) write();
      else this.#block(`if (${step.tests.map((test) => this.#test(test).text).join(" && ")})`, write);
    });
    for (const line of this.#top().lines) this.#around.line(line);
  }

  /** A scalar that lives in a variable. */
  #local(step: Step): void {
    const value = asValue(this.#code(step.value)).text;
    const name = this.#around.names.give(elementName(step.target, 0));
    this.#line(`const ${name} = ${value};`);
    this.#around.variables.set(step.target, new Map([[0, name]]));
  }

  /** `w = w - d` is `w -= d`. */
  #change(step: Step): { readonly operator: string; readonly by: Expression } | null {
    if (step.value.kind !== "apply" || step.value.args.length !== 2) return null;
    const [old, by] = step.value.args as readonly [Expression, Expression];
    const spelling = pointwise(step.value.op).spelling?.ts;
    const same = old.kind === "load" && old.buffer.leaf !== undefined && old.buffer.leaf === step.target.leaf && JSON.stringify(old.offset) === JSON.stringify(step.offset);
    if (!same || spelling === undefined || !("infix" in spelling)) return null;
    this.#around.count(step, step.value.op, this.#times());
    return { operator: `${spelling.infix}=`, by };
  }

  #times(): number {
    return this.#top().times;
  }

  #top(): Level {
    return this.#levels[this.#levels.length - 1] as Level;
  }

  #line(text: string): void {
    this.#top().lines.push(text);
  }

  /** Loops, outermost first, around a body. */
  #nest(indices: readonly Index[], body: () => void): void {
    const [index, ...rest] = indices;
    if (index === undefined) return body();
    if (index.extent === 1) {
      this.#letters.set(index.id, "0");
      return this.#nest(rest, body);
    }
    const letter = letters.find((l) => this.#around.letters.has(l) && ![...this.#letters.values()].includes(l)) ?? this.#around.names.give("at");
    this.#letters.set(index.id, letter);
    this.#block(`for (let ${letter} = 0; ${letter} < ${index.extent}; ${letter}++)`, () => this.#nest(rest, body), index);
    this.#letters.delete(index.id);
  }

  #block(head: string, body: () => void, index?: Index): void {
    const outer = this.#top();
    const level: Level = { indices: new Set([...outer.indices, ...(index === undefined ? [] : [index.id])]), times: outer.times * (index?.extent ?? 1), lines: [], known: new Map() };
    this.#levels.push(level);
    body();
    this.#levels.pop();
    outer.lines.push(`${head} {`, ...level.lines.map((line) => `  ${line}`), "}");
  }

  #code(expression: Expression): Code {
    const key = this.#keys.of(expression);
    for (const level of this.#levels) {
      const known = level.known.get(key);
      if (known !== undefined) return known;
    }
    const depth = this.#depthOf(expression);
    const here = this.#levels.length - 1;
    const costs = expression.kind === "apply" || expression.kind === "load" || expression.kind === "draw";
    if (depth < here && costs && !this.#isVariable(expression)) return this.#at(depth, () => this.#bind(key, this.#write(expression)));
    if (expression.kind === "reduce") return this.#at(depth, () => this.#remember(key, this.#write(expression)));
    if ((expression.kind === "apply" || expression.kind === "draw") && (this.#counts.get(key) ?? 0) > 1) return this.#bind(key, this.#write(expression));
    return this.#write(expression);
  }

  /** Does the work at an outer level, whose lines come before the loops inside it. */
  #at(depth: number, work: () => Code): Code {
    const inner = this.#levels.splice(depth + 1);
    const code = work();
    this.#levels.push(...inner);
    return code;
  }

  #remember(key: string, code: Code): Code {
    this.#top().known.set(key, code);
    return code;
  }

  #bind(key: string, code: Code): Code {
    const name = this.#around.names.give("t");
    this.#line(`const ${name} = ${asValue(code).text};`);
    return this.#remember(key, atom(name));
  }

  #write(expression: Expression): Code {
    switch (expression.kind) {
      case "number":
        return numberCode(expression.value);
      case "position":
        return this.#integer(expression.offset);
      case "load":
        return expression.buffer.values !== undefined && expression.offset.terms.length + expression.offset.data.length === 0
          ? numberCode(expression.buffer.values[expression.offset.constant] ?? 0)
          : this.#element(expression.buffer, expression.offset);
      case "draw":
        return atom(this.#around.draw(expression.site, expression.size, this.#integer(expression.offset).text));
      case "apply":
        this.#around.count(this.#step as Step, expression.op, this.#times());
        return spell(expression.op, expression.args.map((arg) => this.#code(arg)), (helper) => this.#around.use(helper));
      case "guard":
        return { text: `${expression.tests.map((test) => wrap(this.#test(test), 4)).join(" && ")} ? ${wrap(asValue(this.#inPlace(expression.value)), 3)} : 0`, precedence: 2 };
      case "reduce":
        return this.#reduce(expression);
    }
  }

  /** A guarded value is not computed outside its guard. */
  #inPlace(expression: Expression): Code {
    return expression.kind === "load" || expression.kind === "number" ? this.#write(expression) : this.#code(expression);
  }

  #reduce({ op, indices, value, position }: Expression & { readonly kind: "reduce" }): Code {
    const { names } = this.#around;
    const total = names.give(op === "sum" ? "s" : op === "prod" ? "product" : "best");
    if (op === "argmax" || op === "argmin") {
      const at = names.give("at");
      this.#line(`let ${total} = ${op === "argmax" ? "-Infinity" : "Infinity"};`);
      this.#line(`let ${at} = 0;`);
      this.#nest(indices, () => {
        const candidate = this.#bind(`candidate ${this.#keys.of(value)}`, this.#code(value));
        this.#block(`if (${candidate.text} ${op === "argmax" ? ">" : "<"} ${total})`, () => {
          this.#line(`${total} = ${candidate.text};`);
          this.#line(`${at} = ${this.#integer(position as Offset).text};`);
        });
      });
      return atom(at);
    }
    this.#line(`let ${total} = ${{ sum: "0", prod: "1", max: "-Infinity", min: "Infinity" }[op]};`);
    this.#nest(indices, () => {
      const code = asValue(this.#code(value));
      this.#around.count(this.#step as Step, { sum: "add", prod: "mul", max: "max2", min: "min2" }[op], this.#times());
      if (op === "sum" || op === "prod") this.#line(`${total} ${op === "sum" ? "+=" : "*="} ${code.text};`);
      else this.#line(`${total} = Math.${op}(${total}, ${code.text});`);
    });
    return atom(total);
  }

  #element(buffer: Parameters<typeof elementCode>[1], offset: Offset): Code {
    const variable = offset.terms.length + offset.data.length === 0 ? this.#around.variables.get(buffer)?.get(offset.constant) : undefined;
    if (variable !== undefined) return typeof variable === "string" ? atom(variable) : numberCode(variable.kind === "number" ? variable.value : NaN);
    return elementCode(this.#around.places, buffer, this.#position(offset));
  }

  /** An element's position: products of outer indices are computed at their own level. */
  #position(offset: Offset): string {
    const innermost = this.#levels.length - 1;
    const outer = offset.terms.filter((term) => term.coefficient !== 1 && this.#levelOf(term.index) < innermost && this.#letters.get(term.index) !== "0");
    const rest = { ...offset, terms: offset.terms.filter((term) => !outer.includes(term)) };
    const parts = outer.map((term) => {
      const level = this.#levels[this.#levelOf(term.index)] as Level;
      const key = `row ${term.index} ${term.coefficient}`;
      const known = level.known.get(key);
      if (known !== undefined) return known.text;
      const name = this.#around.names.give(`${this.#letters.get(term.index)}${term.coefficient}`);
      level.lines.push(`const ${name} = ${this.#letters.get(term.index)} * ${term.coefficient};`);
      level.known.set(key, atom(name));
      return name;
    });
    const text = this.#integer(rest).text;
    return [...parts, ...(text === "0" && parts.length > 0 ? [] : [text])].join(" + ");
  }

  #integer(offset: Offset): Code {
    const parts: string[] = [];
    for (const { index, coefficient } of offset.terms) {
      const letter = this.#letters.get(index) as string;
      if (letter === "0") continue;
      parts.push(coefficient === 1 ? letter : coefficient === -1 ? `-${letter}` : `${letter} * ${coefficient}`);
    }
    for (const { load, coefficient } of offset.data) parts.push(`${this.#element(load.buffer, load.offset).text}${coefficient === 1 ? "" : ` * ${coefficient}`}`);
    if (offset.constant !== 0 || parts.length === 0) parts.push(String(offset.constant));
    const text = parts.reduce((a, b) => (b.startsWith("-") ? `${a} - ${b.slice(1)}` : `${a} + ${b}`));
    return { text, precedence: parts.length > 1 ? 11 : text.includes("*") ? 12 : text.startsWith("-") ? 14 : 18 };
  }

  #test({ offset, extent }: Test): Code {
    const code = this.#integer(offset);
    if (extent === 1) return { text: `${wrap(code, 9)} === 0`, precedence: 8, test: true };
    return { text: `${wrap(code, 10)} >= 0 && ${wrap(code, 10)} < ${extent}`, precedence: 4, test: true };
  }

  #levelOf(index: number): number {
    const level = this.#levels.findIndex((l) => l.indices.has(index));
    return level < 0 ? 0 : level;
  }

  /** The outermost level at which all indices of an expression are known; indices that it sums over itself do not count. */
  #depthOf(expression: Expression): number {
    return Math.max(0, ...[...freeIndices(expression)].map((index) => this.#levelOf(index)));
  }

  #isVariable(expression: Expression): boolean {
    return expression.kind === "load" && (expression.offset.terms.length + expression.offset.data.length === 0) && (this.#around.variables.get(expression.buffer)?.has(expression.offset.constant) === true || "variable" in this.#around.places.of(expression.buffer));
  }
}
