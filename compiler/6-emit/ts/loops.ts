import { combines, mapOffsets, within, type Buffer, type Expression, type Index, type Offset, type Step, type Test } from "../../ir/program.ts";
import { freeIndices, Keys } from "../sharing.ts";
import { pointwise } from "../../ops/index.ts";
import { identifier, type Names } from "./names.ts";
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

/**
 * Writes steps over the same indices as loops over them, everything computed at the outermost loop that knows its indices. Along an
 * index with a width, so many neighbouring elements are computed in each turn; what is left over takes a narrower one.
 */
export function loop(steps: readonly Step[], around: Surroundings, widths: ReadonlyMap<number, number> = new Map()): void {
  new LoopNest(around, widths).emit(steps);
}

/** A step at one place of a tile: how far along each index it is. */
type Lane = ReadonlyMap<number, number>;

class LoopNest {
  readonly #around: Surroundings;
  readonly #widths: ReadonlyMap<number, number>;
  readonly #letters = new Map<number, string>();
  readonly #levels: Level[];
  readonly #keys = new Keys();
  /** Names inside the loops, which may come again in the next ones. */
  readonly #names: Names;
  /** The variables of values that are carried from step to step of a turn. */
  readonly #carried = new Map<Buffer, string>();
  /** The levels at which values got a variable. */
  readonly #homes = new Map<Buffer, number>();
  #counts = new Map<string, number>();
  #step: Step | undefined;
  #lanes: readonly Lane[] = [new Map()];
  /** How many elements of each array the present tile has loaded. */
  #loaded = new Map<Buffer, number>();
  /** Operations of a block's further examples are not counted again. */
  #counting = true;

  constructor(around: Surroundings, widths: ReadonlyMap<number, number>) {
    this.#around = around;
    this.#widths = widths;
    this.#names = around.names.inner();
    const known = new Map<string, Code>();
    for (const [index, { letter, products }] of around.times) {
      this.#letters.set(index, letter);
      for (const [coefficient, name] of products) known.set(`row ${index} ${coefficient} 0`, atom(name));
    }
    this.#levels = [{ indices: new Set(around.times.keys()), times: [...around.times.values()].reduce((product, { extent }) => product * extent, 1), lines: [], known }];
  }

  emit(steps: readonly Step[]): void {
    this.#around.comment(...steps);
    const { indices } = steps[0] as Step;
    // Rows are i and columns j, whichever loop goes around the other.
    for (const index of [...indices].sort((a, b) => a.id - b.id)) this.#letters.set(index.id, this.#letterFor(index));
    this.#nest(indices, () => {
      for (const step of steps) this.#body(step);
    });
    for (const line of this.#top().lines) this.#around.line(line);
  }

  #body(step: Step): void {
    this.#step = step;
    const parts = this.#lanes.map((lane) => ({ lane, step: atLane(step, lane) }));
    this.#counts = new Map();
    this.#loaded = new Map();
    for (const part of parts) this.#keys.countsIn(part.step.value, this.#counts);
    if (this.#isTile()) this.#sums(parts.map((part) => ({ lane: part.lane, value: part.step.value })));
    for (const part of parts) this.#inLane(part.lane, () => this.#write(part.step));
  }

  #isTile(): boolean {
    return this.#lanes.length > 1;
  }

  #inLane<Result>(lane: Lane, work: () => Result): Result {
    this.#counting = [...this.#step?.indices ?? []].every((index) => index.examples !== true || (lane.get(index.id) ?? 0) === 0);
    const result = work();
    this.#counting = true;
    return result;
  }

  /** The sums of a tile, all in the same loops, so that what is loaded once serves each of them. */
  #sums(values: readonly { readonly lane: Lane; readonly value: Expression }[]): void {
    const groups = new Map<string, { readonly lane: Lane; readonly sum: Expression & { readonly kind: "reduce" } }[]>();
    const seen = new Set<string>();
    for (const { lane, value } of values) {
      for (const sum of within(value)) {
        if (sum.kind !== "reduce" || seen.has(this.#keys.of(sum))) continue;
        seen.add(this.#keys.of(sum));
        const group = `${this.#depthOf(sum)} ${sum.indices.map((index) => index.id).join()}`;
        groups.set(group, [...(groups.get(group) ?? []), { lane, sum }]);
      }
    }
    for (const group of groups.values()) {
      const [{ sum: first }] = group as [(typeof group)[number]];
      this.#at(this.#depthOf(first), () => {
        const totals = group.map(({ lane }) => this.#give(`s${[...lane.values()].map((at) => at + 1).join("")}`));
        this.#line(`let ${totals.map((total) => `${total} = 0`).join(", ")};`);
        this.#nest(first.indices, () => {
          const codes = group.map(({ lane, sum }) => this.#inLane(lane, () => {
            if (sum.indices.some((index) => index.examples !== true)) this.#count("add");
            return asValue(this.#code(sum.value));
          }));
          for (const [k, code] of codes.entries()) this.#line(`${totals[k]} += ${code.text};`);
        });
        for (const [k, { sum }] of group.entries()) this.#remember(this.#keys.of(sum), atom(totals[k] as string));
      });
    }
  }

  #write(step: Step): void {
    const write = (): void => {
      if (this.#around.carried.has(step.target)) return this.#carry(step);
      if (this.#around.locals.has(step.target) && !step.accumulate) return this.#local(step);
      const change = step.accumulate ? { operator: "+=", by: step.value } : this.#change(step);
      const value = asValue(this.#code(change?.by ?? step.value));
      const target = this.#around.locals.has(step.target) ? atom(this.#around.variables.get(step.target)?.get(step.offset.constant) as string) : this.#element(step.target, step.offset);
      this.#line(`${target.text} ${change?.operator ?? "="} ${value.text};`);
    };
    if (step.tests.length === 0) write();
    else this.#block(`if (${step.tests.map((test) => this.#test(test).text).join(" && ")})`, write);
  }

  /** An element that only the later steps of this turn read. */
  #carry(step: Step): void {
    const value = asValue(this.#code(step.value)).text;
    const name = this.#give(identifier(step.target.name));
    this.#line(`const ${name} = ${value};`);
    this.#carried.set(step.target, name);
  }

  /** One element that lives in a variable: of a scalar, or of a value whose elements are computed one by one. */
  #local(step: Step): void {
    const value = asValue(this.#code(step.value)).text;
    const name = this.#give(elementName(step.target, step.offset.constant));
    this.#line(`const ${name} = ${value};`);
    this.#around.variables.set(step.target, new Map([...(this.#around.variables.get(step.target) ?? []), [step.offset.constant, name]]));
    this.#homes.set(step.target, this.#levels.length - 1);
  }

  /** `w = w - d` is `w -= d`. */
  #change(step: Step): { readonly operator: string; readonly by: Expression } | null {
    if (step.value.kind !== "apply" || step.value.args.length !== 2) return null;
    const [old, by] = step.value.args as readonly [Expression, Expression];
    const spelling = pointwise(step.value.op).spelling?.ts;
    const same = old.kind === "load" && old.buffer.leaf !== undefined && old.buffer.leaf === step.target.leaf && JSON.stringify(old.offset) === JSON.stringify(step.offset);
    if (!same || spelling === undefined || !("infix" in spelling)) return null;
    this.#count(step.value.op);
    return { operator: `${spelling.infix}=`, by };
  }

  #count(op: string): void {
    if (this.#counting) this.#around.count(this.#step as Step, op, this.#top().times);
  }

  /** A name new to the loops and, outside of them, to the function. */
  #give(name: string): string {
    const given = this.#names.give(name);
    if (this.#levels.length === 1) this.#around.names.take(given);
    return given;
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
    const chosen = this.#letters.get(index.id);
    const letter = chosen ?? this.#letterFor(index);
    this.#letters.set(index.id, letter);
    if (letter === "0") return this.#nest(rest, body);
    const width = this.#widths.get(index.id) ?? 1;
    const over = index.examples === true ? 0 : index.extent % width;
    // A last turn over examples that are not there writes what nobody reads.
    this.#turns(index, `0; ${letter} < ${index.examples === true ? this.#around.size : index.extent - over}`, width, index.extent - over, () => this.#nest(rest, body));
    if (over > 0) this.#turns(index, `${index.extent - over}; ${letter} < ${index.extent}`, over, over, () => this.#nest(rest, body));
    if (chosen === undefined) this.#letters.delete(index.id);
  }

  #letterFor(index: Index): string {
    if (index.extent === 1) return "0";
    return index.examples === true ? "k" : (letters.find((letter) => this.#around.letters.has(letter) && ![...this.#letters.values()].includes(letter)) ?? this.#give("at"));
  }

  /** A loop that takes `width` of an index's `extent` values at a turn. */
  #turns(index: Index, range: string, width: number, extent: number, body: () => void): void {
    const letter = this.#letters.get(index.id) as string;
    const lanes = this.#lanes;
    this.#lanes = lanes.flatMap((lane) => Array.from({ length: width }, (_, k) => new Map([...lane, [index.id, k]])));
    this.#block(`for (let ${letter} = ${range}; ${letter}${width === 1 ? "++" : ` += ${width}`})`, body, { index, times: index.examples === true ? 1 : extent / width });
    this.#lanes = lanes;
  }

  #block(head: string, body: () => void, turn?: { readonly index: Index; readonly times: number }): void {
    const outer = this.#top();
    const level: Level = { indices: new Set([...outer.indices, ...(turn === undefined ? [] : [turn.index.id])]), times: outer.times * (turn?.times ?? 1), lines: [], known: new Map() };
    this.#levels.push(level);
    body();
    this.#levels.pop();
    outer.lines.push(`${head} {`, ...level.lines.map((line) => `  ${line}`), "}");
  }

  #code(expression: Expression): Code {
    const carried = expression.kind === "load" ? this.#carried.get(expression.buffer) : undefined;
    if (carried !== undefined) return atom(carried);
    const key = this.#keys.of(expression);
    for (const level of this.#levels) {
      const known = level.known.get(key);
      if (known !== undefined) return known;
    }
    const depth = this.#depthOf(expression);
    const here = this.#levels.length - 1;
    const costs = expression.kind === "apply" || expression.kind === "load" || expression.kind === "draw";
    if (depth < here && costs && !this.#isVariable(expression)) return this.#at(depth, () => this.#bind(key, this.#spell(expression), this.#called(expression)));
    if (expression.kind === "reduce") return this.#at(depth, () => this.#remember(key, this.#spell(expression)));
    const shared = expression.kind === "apply" || expression.kind === "draw" || (expression.kind === "load" && this.#isTile() && !this.#isVariable(expression));
    if (shared && (this.#counts.get(key) ?? 0) > 1) return this.#bind(key, this.#spell(expression), this.#called(expression));
    return this.#spell(expression);
  }

  /** Does the work at an outer level, whose lines come before the loops inside it. */
  #at<Result>(depth: number, work: () => Result): Result {
    const inner = this.#levels.splice(depth + 1);
    const result = work();
    this.#levels.push(...inner);
    return result;
  }

  /** A name for what is kept: the next element of an array that a tile loads is `x_1`, `x_2`. */
  #called(expression: Expression): string {
    if (expression.kind !== "load" || !this.#isTile()) return "t";
    const { buffer } = expression;
    const ordinal = (this.#loaded.get(buffer) ?? 0) + 1;
    this.#loaded.set(buffer, ordinal);
    return `${identifier(buffer.name)}_${ordinal}`;
  }

  #remember(key: string, code: Code): Code {
    this.#top().known.set(key, code);
    return code;
  }

  #bind(key: string, code: Code, called = "t"): Code {
    const name = this.#give(called);
    this.#line(`const ${name} = ${asValue(code).text};`);
    return this.#remember(key, atom(name));
  }

  #spell(expression: Expression): Code {
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
        this.#count(expression.op);
        return spell(expression.op, expression.args.map((arg) => this.#code(arg)), (helper) => this.#around.use(helper));
      case "guard":
        return { text: `${expression.tests.map((test) => wrap(this.#test(test), 4)).join(" && ")} ? ${wrap(asValue(this.#inPlace(expression.value)), 3)} : 0`, precedence: 2 };
      case "reduce":
        return this.#reduce(expression);
    }
  }

  /** A guarded value is not computed outside its guard. */
  #inPlace(expression: Expression): Code {
    return expression.kind === "load" || expression.kind === "number" ? this.#spell(expression) : this.#code(expression);
  }

  #reduce({ op, indices, value, position }: Expression & { readonly kind: "reduce" }): Code {
    const total = this.#give(op === "sum" ? "s" : op === "prod" ? "product" : "best");
    if (op === "argmax" || op === "argmin") {
      const at = this.#give("at");
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
      this.#count(combines[op]);
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
    const outer = offset.terms.filter((term) => Math.abs(term.coefficient) > 1 && (this.#isTile() || this.#levelOf(term.index) < innermost) && this.#letters.get(term.index) !== "0");
    // In a tile each line of an array that it reads has a position of its own, computed before the inner loop.
    const [first] = outer;
    const whole = first === undefined || !this.#isTile() ? 0 : Math.trunc(offset.constant / first.coefficient) * first.coefficient;
    const pointers = offset.data.filter((datum) => datum.coefficient > 1 && this.#depthOf(datum.load) < innermost);
    const rest = { ...offset, constant: offset.constant - whole, terms: offset.terms.filter((term) => !outer.includes(term)), data: offset.data.filter((datum) => !pointers.includes(datum)) };
    const parts = [...pointers.map((datum) => this.#pointer(datum)), ...outer.map((term) => this.#product(term.index, term.coefficient, term === first ? whole : 0))];
    const text = this.#integer(rest).text;
    return [...parts, ...(text === "0" && parts.length > 0 ? [] : [text])].join(" + ");
  }

  /** A variable for index · coefficient + constant, at the level of the index. */
  #product(index: number, coefficient: number, constant: number): string {
    const level = this.#levels[this.#levelOf(index)] as Level;
    const key = `row ${index} ${coefficient} ${constant}`;
    const known = level.known.get(key);
    if (known !== undefined) return known.text;
    const product = constant === 0 ? `${this.#letters.get(index)} * ${coefficient}` : `${this.#product(index, coefficient, 0)} ${constant < 0 ? "-" : "+"} ${Math.abs(constant)}`;
    const called = `${this.#letters.get(index)}${Math.abs(coefficient)}`;
    const name = level === this.#levels[0] ? this.#at(0, () => this.#give(called)) : this.#give(called);
    level.lines.push(`const ${name} = ${product};`);
    level.known.set(key, atom(name));
    return name;
  }

  /** A variable for integer of the data · coefficient, at the level that knows which integer it is. */
  #pointer({ load, coefficient }: Offset["data"][number]): string {
    const key = `pointer ${this.#keys.of(load)} ${coefficient}`;
    const level = this.#levels[this.#depthOf(load)] as Level;
    const known = level.known.get(key) ?? this.#at(this.#depthOf(load), () => this.#bind(key, { text: `${this.#element(load.buffer, load.offset).text} * ${coefficient}`, precedence: 12 }, `${identifier(load.buffer.name)}${coefficient}`));
    return known.text;
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
    const variables = this.#homes.size === 0 ? [] : [...within(expression)].map((part) => (part.kind === "load" ? (this.#homes.get(part.buffer) ?? 0) : 0));
    return Math.max(0, ...variables, ...[...freeIndices(expression)].map((index) => this.#levelOf(index)));
  }

  #isVariable(expression: Expression): boolean {
    return expression.kind === "load" && (expression.offset.terms.length + expression.offset.data.length === 0) && (this.#around.variables.get(expression.buffer)?.has(expression.offset.constant) === true || "variable" in this.#around.places.of(expression.buffer));
  }
}

/** A step with each index moved by so much. */
function atLane(step: Step, lane: Lane): Step {
  if ([...lane.values()].every((by) => by === 0)) return step;
  const move = (offset: Offset): Offset => ({ ...offset, constant: offset.terms.reduce((sum, { index, coefficient }) => sum + coefficient * (lane.get(index) ?? 0), offset.constant) });
  return { ...step, offset: move(step.offset), value: mapOffsets(step.value, move) };
}
