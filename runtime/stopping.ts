import { evaluateRange } from "./evaluate.ts";
import { gradientOver, hasGradient, squareOf, trainedSize } from "./gradient.ts";
import type { Floats, StopRules } from "./model.ts";
import type { Piece, Pieces } from "./pieces.ts";
import type { Progress, Stop } from "./progress.ts";
import type { Run } from "./run.ts";
import type { StoppingState } from "./snapshot.ts";
import { Timer } from "./timer.ts";

type Held = NonNullable<StoppingState["held"]>;

/**
 * Looks at the stopping rules of a run after each epoch, and gives it its verdict when the first of them holds. Of a run
 * with `patience` it keeps the best parameters. All that it goes by is in its state, so that a resumed run ends as one
 * that never stopped.
 */
export class Stopping {
  readonly #run: Run;
  readonly #data: Pieces;
  #state: StoppingState;
  /** The parameters that the run had at its end, if the best ones are in their place. */
  #last: Floats | null = null;
  #isReady = false;
  readonly #timer = new Timer();

  /** Throws a `RangeError` for a rule that the model or the run cannot have. */
  constructor(run: Run, data: Pieces, rules: StopRules, state: StoppingState | undefined) {
    if (rules.patience !== undefined && run.trainingSize === run.size) throw new RangeError("stop: patience needs examples for validation, and there are none");
    if (rules.gradientNorm !== undefined && !hasGradient(run.model)) throw new RangeError("stop: gradientNorm needs a module with the gradient of all parameters");
    this.#run = run;
    this.#data = data;
    const isSame = state !== undefined && ruleNames.every((name) => state.rules[name] === rules[name]);
    const weights = run.position > 0 ? null : run.params.flat.slice();
    this.#state = {
      rules,
      epoch: state?.epoch ?? run.epoch,
      loss: rules.lossChange === undefined ? null : (state?.loss ?? null),
      weights: rules.weightChange === undefined ? null : (state?.weights?.slice() ?? weights),
      best: rules.patience === undefined ? null : (state?.best ?? null),
      held: isSame ? state.held : null,
    };
    this.#conclude();
  }

  /** The data as training is to read them: given out when all is known of where the run starts. */
  get pieces(): Pieces {
    const data = this.#data;
    return { size: data.size, at: (example) => (this.#isReady ? data.at(example) : this.#prepare(example)), close: async () => data.close?.() };
  }

  /** What the rules have seen so far. */
  get state(): StoppingState {
    return { ...this.#state, weights: this.#state.weights?.slice() ?? null };
  }

  /** The parameters that the run goes on with, be it at an end or not. */
  get present(): Floats {
    return this.#last ?? this.#run.params.flat;
  }

  /** To be called after each epoch. */
  async look({ validation }: Pick<Progress, "validation">): Promise<void> {
    const { rules, loss: before } = this.#state;
    const { params, epoch } = this.#run;
    const loss = rules.lossChange === undefined ? null : await this.#loss();
    const gradient = rules.gradientNorm === undefined ? null : await this.#gradientNorm();
    const { best } = this.#state;
    const isBest = rules.patience !== undefined && validation !== null && Number.isFinite(validation.loss) && validation.loss < (best?.loss ?? Infinity);
    const values: { readonly [name in keyof StopRules]: number | null } = {
      lossChange: loss === null || before === null ? null : Math.abs(loss - before),
      weightChange: this.#weightChange(),
      gradientNorm: gradient,
      patience: isBest ? 0 : epoch - (best?.epoch ?? 0),
    };
    const rule = ruleNames.find((name) => rules[name] !== undefined && values[name] != null && (name === "patience" ? values[name] >= rules[name] : values[name] <= rules[name]));
    // All at once, so that a snapshot taken meanwhile is one of before.
    this.#state = {
      rules, epoch, loss,
      weights: rules.weightChange === undefined ? null : params.flat.slice(),
      best: isBest ? { epoch, loss: validation.loss, params: params.flat.slice() } : best,
      held: rule === undefined ? null : { rule, value: values[rule]! },
    };
    this.#conclude();
  }

  /** To be called when the last step is made: puts the best parameters in place, and what only rules know into how the run ended. */
  end(stop: Stop): void {
    const { best, held } = this.#state;
    this.#isReady = true;
    if (best !== null) {
      this.#last = this.#run.params.flat.slice();
      this.#run.params.flat.set(best.params);
    }
    Object.assign(stop, stop.kind === "converged" || stop.kind === "early" ? held : null, best === null ? null : { best: { epoch: best.epoch, loss: best.loss } });
  }

  #conclude(): void {
    const { held, rules } = this.#state;
    if (held !== null) this.#run.verdict = [held.rule === "patience" ? "early" : "converged", `${sentence(held, rules[held.rule]!)} after epoch ${this.#run.epoch} of ${this.#run.epochs}`];
  }

  /** The loss at the start of the run; and what a run to be resumed had not looked at when it was interrupted after an epoch. */
  async #prepare(example: number): Promise<Piece> {
    const { position, epoch, trainingSize, size } = this.#run;
    const { rules, epoch: seen, loss } = this.#state;
    if (position === 0 && epoch > seen) {
      await this.look({ validation: trainingSize < size ? await this.#evaluate(trainingSize, size) : null });
    } else if (position === 0 && rules.lossChange !== undefined && loss === null) {
      this.#state = { ...this.#state, loss: await this.#loss() };
    }
    this.#isReady = true;
    return this.#data.at(example);
  }

  async #loss(): Promise<number> {
    return (await this.#evaluate(0, this.#run.trainingSize)).loss;
  }

  #evaluate(from: number, to: number): ReturnType<typeof evaluateRange> {
    return evaluateRange(this.#run, this.#data, from, to, () => this.#rest());
  }

  async #gradientNorm(): Promise<number | null> {
    const { model, params, hyper, clock, trainingSize } = this.#run;
    if (!hasGradient(model)) return null;
    const gradient = await gradientOver({ model, params, hyper }, this.#data, 0, trainingSize, clock.seed, () => this.#rest());
    return Math.sqrt(squareOf(...gradient.values()));
  }

  #weightChange(): number | null {
    const { weights } = this.#state;
    return weights === null ? null : Math.sqrt(squareOf(this.#run.params.flat.subarray(0, trainedSize(this.#run.model.metadata)).map((value, i) => value - weights[i]!)));
  }

  #rest(): Promise<void> | null {
    return this.#timer.isPauseDue() ? this.#timer.pause() : null;
  }
}

/** In the order in which they are looked at. */
const ruleNames = ["lossChange", "weightChange", "gradientNorm", "patience"] as const;

/** That a rule holds, in words. */
function sentence({ rule, value }: Held, bound: number): string {
  const short = Number(value.toPrecision(3));
  const most = `${short > bound ? value : short} ≤ ${bound}`;
  switch (rule) {
    case "lossChange":
      return `the loss changed by ${most}`;
    case "weightChange":
      return `the weights changed by ${most}`;
    case "gradientNorm":
      return `the gradient has the norm ${most}`;
    case "patience":
      return `the validation loss has not improved for ${value} epoch${value === 1 ? "" : "s"}`;
  }
}
