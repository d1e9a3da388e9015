/** The table of update rules of the language, written as plain loops: a second statement of compiler/updates. */
export type Rule = (w: Float64Array | Float32Array, g: readonly number[], rate: number, t: number) => void;

/** A rule with its state, all zeros at first. Constants are those of the table where none are given. */
export function descend(optimizer: string, constants: Readonly<Record<string, number>>): Rule {
  const first: number[] = [];
  const second: number[] = [];
  const the = (name: string, usual: number): number => constants[name] ?? usual;
  return (w, g, rate, t) => {
    for (const [k, slope] of g.entries()) {
      const [a, b] = [first[k] ?? 0, second[k] ?? 0];
      switch (optimizer) {
        case "sgd":
          w[k]! -= rate * slope;
          break;
        case "momentum":
        case "nesterov": {
          const mu = the("mu", 0.9);
          const speed = mu * a - rate * slope;
          first[k] = speed;
          w[k]! += optimizer === "momentum" ? speed : mu * speed - rate * slope;
          break;
        }
        case "adagrad":
        case "rmsprop": {
          const rho = the("rho", 0.9);
          const mean = optimizer === "adagrad" ? a + slope * slope : rho * a + (1 - rho) * slope * slope;
          first[k] = mean;
          w[k]! -= (rate * slope) / (Math.sqrt(mean) + the("epsilon", optimizer === "adagrad" ? 1e-10 : 1e-8));
          break;
        }
        case "adam":
        case "adamw": {
          const [beta1, beta2] = [the("beta1", 0.9), the("beta2", 0.999)];
          first[k] = beta1 * a + (1 - beta1) * slope;
          second[k] = beta2 * b + (1 - beta2) * slope * slope;
          const step = (rate * (first[k] / (1 - beta1 ** t))) / (Math.sqrt(second[k] / (1 - beta2 ** t)) + the("epsilon", 1e-8));
          w[k]! -= step + (optimizer === "adamw" ? rate * the("decay", 0.01) * w[k]! : 0);
          break;
        }
        default:
          throw new Error(`no rule is named ${optimizer}`);
      }
    }
  };
}
