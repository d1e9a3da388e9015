import type { Examples, StopRules, Trainable } from "./model.ts";
import type { RunOptions } from "./run.ts";
import { sizeOf } from "./values.ts";

/** Throws a `RangeError` that says which option is out of range for a model and so many examples, what was expected and what was found. */
export function checkOptions(model: Trainable, size: number, { epochs, batch, seed, validation, rate, hyper = {}, params }: RunOptions): void {
  checkWhole("epochs", epochs, 0);
  checkWhole("batch", batch, 1);
  checkWhole("seed", seed, 0);
  check("validation", validation, "a share from 0 to less than 1", (share) => share >= 0 && share < 1);
  const schedule = model.metadata.train.rate;
  if (rate !== undefined && typeof schedule === "string") {
    throw new RangeError(`rate: cannot be set: the spec gives the schedule ${schedule}, which is compiled into the model`);
  }
  check("rate", rate, "a finite number from 0", (value) => Number.isFinite(value) && value >= 0);
  const known = model.metadata.hypers.map(({ name }) => name);
  for (const [name, value] of Object.entries(hyper)) {
    if (!known.includes(name)) throw new RangeError(`hyper: has no ${name}; expected ${known.join(", ") || "none"}`);
    check(`hyper.${name}`, value, "a finite number", Number.isFinite);
  }
  const length = model.createParameters().flat.length;
  check("params", params?.length, `${length} numbers`, (found) => found === length);
  if (size < 1) throw new RangeError("data: expected at least one example, found none");
}

/** Throws a `RangeError` for a stopping rule that there is not, or whose number is out of range. */
export function checkStopRules(rules: StopRules): void {
  const { lossChange, weightChange, gradientNorm, patience, ...others } = rules;
  for (const name of Object.keys(others)) throw new RangeError(`stop: there is no rule ${name}; the rules are lossChange, weightChange, gradientNorm, patience`);
  for (const [name, bound] of Object.entries({ lossChange, weightChange, gradientNorm })) check(`stop: ${name}`, bound, "a finite number above 0", (value) => Number.isFinite(value) && value > 0);
  checkWhole("stop: patience", patience, 1);
}

function checkWhole(option: string, value: number | undefined, least: number): void {
  check(option, value, `a whole number from ${least} to 2^53 - 1`, (found) => Number.isSafeInteger(found) && found >= least);
}

function check(option: string, value: number | undefined, expected: string, isFit: (value: number) => boolean): void {
  if (value !== undefined && !isFit(value)) throw new RangeError(`${option}: expected ${expected}, found ${value}`);
}

/** Throws a `RangeError` that names a column which examples lack, or which has another length than theirs. */
export function checkExamples({ metadata }: Trainable, { size, columns }: Examples): void {
  for (const { name, shape } of metadata.columns) {
    const values = columns[name];
    const expected = `${size * sizeOf(shape)} numbers (${sizeOf(shape)} for each of ${size} examples)`;
    if (values?.length !== size * sizeOf(shape)) throw new RangeError(`data: ${name}: expected ${expected}, found ${values === undefined ? "no such column" : values.length}`);
  }
}
