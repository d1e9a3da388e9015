import type { DerivedOperation, Operation, PointwiseOperation } from "../ir/op.ts";
import { binaryCrossEntropy } from "./derived/binary-cross-entropy.ts";
import { crossEntropy } from "./derived/cross-entropy.ts";
import { hinge } from "./derived/hinge.ts";
import { huber } from "./derived/huber.ts";
import { kl } from "./derived/kl.ts";
import { layerNorm } from "./derived/layer-norm.ts";
import { logSoftmax } from "./derived/log-softmax.ts";
import { logsumexp } from "./derived/logsumexp.ts";
import { norm2 } from "./derived/norm2.ts";
import { softmax } from "./derived/softmax.ts";
import { squaredError } from "./derived/squared-error.ts";
import { abs } from "./pointwise/abs.ts";
import { acos } from "./pointwise/acos.ts";
import { acosh } from "./pointwise/acosh.ts";
import { add } from "./pointwise/add.ts";
import { and } from "./pointwise/and.ts";
import { asin } from "./pointwise/asin.ts";
import { asinh } from "./pointwise/asinh.ts";
import { atan } from "./pointwise/atan.ts";
import { atan2 } from "./pointwise/atan2.ts";
import { atanh } from "./pointwise/atanh.ts";
import { barrier } from "./pointwise/barrier.ts";
import { boxMuller } from "./pointwise/box-muller.ts";
import { cbrt } from "./pointwise/cbrt.ts";
import { ceil } from "./pointwise/ceil.ts";
import { clamp } from "./pointwise/clamp.ts";
import { cos } from "./pointwise/cos.ts";
import { cosh } from "./pointwise/cosh.ts";
import { cube } from "./pointwise/cube.ts";
import { dropped } from "./pointwise/dropped.ts";
import { div } from "./pointwise/div.ts";
import { elu } from "./pointwise/elu.ts";
import { equal } from "./pointwise/equal.ts";
import { erf } from "./pointwise/erf.ts";
import { exp } from "./pointwise/exp.ts";
import { expm1 } from "./pointwise/expm1.ts";
import { floor } from "./pointwise/floor.ts";
import { gelu } from "./pointwise/gelu.ts";
import { hardtanh } from "./pointwise/hardtanh.ts";
import { huberLoss } from "./pointwise/huber-loss.ts";
import { largerEq } from "./pointwise/larger-eq.ts";
import { larger } from "./pointwise/larger.ts";
import { leakyRelu } from "./pointwise/leaky-relu.ts";
import { log } from "./pointwise/log.ts";
import { log10 } from "./pointwise/log10.ts";
import { log1p } from "./pointwise/log1p.ts";
import { log2 } from "./pointwise/log2.ts";
import { logisticLoss } from "./pointwise/logistic-loss.ts";
import { max2Split } from "./pointwise/max2-split.ts";
import { max2 } from "./pointwise/max2.ts";
import { min2Split } from "./pointwise/min2-split.ts";
import { min2 } from "./pointwise/min2.ts";
import { mish } from "./pointwise/mish.ts";
import { mul } from "./pointwise/mul.ts";
import { neg } from "./pointwise/neg.ts";
import { not } from "./pointwise/not.ts";
import { observed } from "./pointwise/observed.ts";
import { or } from "./pointwise/or.ts";
import { pow } from "./pointwise/pow.ts";
import { reluHalf } from "./pointwise/relu-half.ts";
import { reluOne } from "./pointwise/relu-one.ts";
import { relu } from "./pointwise/relu.ts";
import { round } from "./pointwise/round.ts";
import { select } from "./pointwise/select.ts";
import { selu } from "./pointwise/selu.ts";
import { sigmoid } from "./pointwise/sigmoid.ts";
import { sign } from "./pointwise/sign.ts";
import { silu } from "./pointwise/silu.ts";
import { sin } from "./pointwise/sin.ts";
import { sinh } from "./pointwise/sinh.ts";
import { smallerEq } from "./pointwise/smaller-eq.ts";
import { smaller } from "./pointwise/smaller.ts";
import { softplus } from "./pointwise/softplus.ts";
import { softplusSlope } from "./pointwise/softplus-slope.ts";
import { softsign } from "./pointwise/softsign.ts";
import { sqrt } from "./pointwise/sqrt.ts";
import { square } from "./pointwise/square.ts";
import { statistic } from "./pointwise/statistic.ts";
import { sub } from "./pointwise/sub.ts";
import { tan } from "./pointwise/tan.ts";
import { tanh } from "./pointwise/tanh.ts";
import { unequal } from "./pointwise/unequal.ts";
import { xlogy } from "./pointwise/xlogy.ts";
import { multiply } from "./linear/multiply.ts";
import { divide } from "./linear/divide.ts";
import { power } from "./linear/power.ts";
import { sum } from "./linear/sum.ts";
import { mean } from "./linear/mean.ts";
import { dot } from "./linear/dot.ts";
import { outer } from "./linear/outer.ts";
import { transpose } from "./linear/transpose.ts";
import { diag } from "./linear/diag.ts";
import { trace } from "./linear/trace.ts";
import { concat } from "./linear/concat.ts";
import { reshape } from "./linear/reshape.ts";
import { flatten } from "./linear/flatten.ts";
import { batchNorm } from "./linear/batch-norm.ts";
import { cumsum } from "./linear/cumsum.ts";
import { norm } from "./linear/norm.ts";
import { zeros } from "./linear/zeros.ts";
import { ones } from "./linear/ones.ts";
import { identity } from "./linear/identity.ts";
import { size } from "./linear/size.ts";
import { fold } from "./sequence/fold.ts";
import { scan } from "./sequence/scan.ts";
import { avgPool2d } from "./image/avg-pool2d.ts";
import { conv2d } from "./image/conv2d.ts";
import { maxPool2d } from "./image/max-pool2d.ts";
import { max } from "./select/max.ts";
import { min } from "./select/min.ts";
import { prod } from "./select/prod.ts";
import { argmax } from "./select/argmax.ts";
import { dropout } from "./select/dropout.ts";
import { noise } from "./select/noise.ts";
import { randomLeakyRelu } from "./select/random-leaky-relu.ts";

const all: readonly Operation[] = [
  add,
  sub,
  mul,
  div,
  neg,
  pow,
  equal,
  unequal,
  smaller,
  smallerEq,
  larger,
  largerEq,
  and,
  or,
  not,
  select,
  relu,
  reluOne,
  reluHalf,
  max2,
  min2,
  max2Split,
  min2Split,
  exp,
  expm1,
  log,
  log1p,
  log2,
  log10,
  sqrt,
  cbrt,
  square,
  cube,
  abs,
  sign,
  sin,
  cos,
  tan,
  asin,
  acos,
  atan,
  atan2,
  sinh,
  cosh,
  tanh,
  asinh,
  acosh,
  atanh,
  sigmoid,
  softplus, softplusSlope,
  softsign,
  leakyRelu,
  elu,
  selu,
  silu,
  mish,
  gelu,
  hardtanh,
  floor,
  ceil,
  round,
  clamp,
  xlogy,
  logisticLoss,
  huberLoss,
  dropped,
  boxMuller,
  statistic,
  observed,
  barrier,
  erf,
  softmax,
  logSoftmax,
  logsumexp,
  norm2,
  layerNorm,
  squaredError,
  crossEntropy,
  binaryCrossEntropy,
  kl,
  hinge,
  huber,
  multiply,
  divide,
  power,
  sum,
  mean,
  dot,
  outer,
  transpose,
  diag,
  trace,
  concat,
  reshape,
  flatten,
  cumsum,
  batchNorm,
  norm,
  zeros,
  ones,
  identity,
  size,
  fold,
  scan,
  conv2d,
  maxPool2d,
  avgPool2d,
  max,
  min,
  prod,
  argmax,
  randomLeakyRelu,
  dropout,
  noise,
];

/** Every operation by its name. */
export const operations: ReadonlyMap<string, Operation> = new Map(all.map((one) => [one.name, one]));

/** The operation of that name; it must exist. */
export function operation(name: string): Operation {
  const found = operations.get(name);
  if (found === undefined) throw new Error(`no operation is named ${name}`);
  return found;
}

/** The pointwise operation of that name; it must exist and be one. */
export function pointwise(name: string): PointwiseOperation {
  const found = operation(name);
  if (found.kind !== "pointwise") throw new Error(`${name} is ${found.kind}, not pointwise`);
  return found;
}

/** The derived operation of that name; it must exist and be one. */
export function derived(name: string): DerivedOperation {
  const found = operation(name);
  if (found.kind !== "derived") throw new Error(`${name} is ${found.kind}, not derived`);
  return found;
}

/** Whether a spec may call a function of that name. */
export function isKnownFunction(name: string): boolean {
  const found = operations.get(name);
  return found !== undefined && found.internal !== true;
}
