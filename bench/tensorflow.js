/**
 * The training steps of `bench/networks.ts` in TensorFlow.js on its CPU backend, which computes in 32 bits, beside the emitted ones, timed in
 * turn in the same process. The losses of the first two steps must agree to four digits. TensorFlow.js is no dependency:
 *
 *     npm install --no-save --prefix /tmp/tfjs @tensorflow/tfjs
 *     npm run build && node bench/tensorflow.js /tmp/tfjs
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { loadModule } from "../dist/compiler/commands/run-module.js";

const tf = createRequire(join(resolve(process.argv[2] ?? "."), "package.json"))("@tensorflow/tfjs");
const batch = 32;
const windows = 9;

const floats = (values, shape) => tf.tensor(Float32Array.from(values), shape);

/** The parameters of a module as variables of TensorFlow.js, by name. */
const variablesOf = ({ metadata }, params) => Object.fromEntries(metadata.parameters.map(({ name, shape }) => [name, tf.variable(floats(params[name], [...shape]))]));

/** A step that takes gradients of a loss and hands them to an optimiser, clipped to a norm of 1 where asked. */
const stepper = (loss, optimizer, clipped = false) => () =>
  tf.tidy(() => {
    const { value, grads } = tf.variableGrads(loss);
    const scale = clipped ? tf.minimum(1, tf.div(1, tf.addN(Object.values(grads).map((g) => g.square().sum())).sqrt())) : tf.scalar(1);
    optimizer.applyGradients(clipped ? Object.fromEntries(Object.entries(grads).map(([name, g]) => [name, g.mul(scale)])) : grads);
    return value.dataSync()[0];
  });

/** The adding problem, the four gates in one product as one writes it for speed. */
function lstm(units, length) {
  return (module, params, columns) => {
    const v = variablesOf(module, params);
    const xs = tf.unstack(floats(columns.x, [batch, length, 2]), 1);
    const d = floats(columns.d, [batch]);
    return stepper(() => {
      const [W, U, b] = ["W", "U", "b"].map((name) => tf.concat(["i", "f", "o", "g"].map((gate) => v[name + gate]), 0));
      let [h, c] = [tf.zeros([batch, units]), tf.zeros([batch, units])];
      for (const x of xs) {
        const [i, f, o, g] = tf.split(x.matMul(W, false, true).add(h.matMul(U, false, true)).add(b), 4, 1);
        c = f.sigmoid().mul(c).add(i.sigmoid().mul(g.tanh()));
        h = o.sigmoid().mul(c.tanh());
      }
      return h.matMul(v.v.reshape([units, 1])).reshape([batch]).add(v.c0).sub(d).square().mean();
    }, tf.train.adam(1e-6), true);
  };
}

/** Channels last, which is the only order that the backend has. */
function cnn(_, params, columns) {
  const [K1, K2] = [floats(params.K1, [8, 1, 3, 3]), floats(params.K2, [16, 8, 3, 3])].map((K) => tf.variable(K.transpose([2, 3, 1, 0])));
  const [b1, b2, b] = [params.b1, params.b2, params.b].map((values) => tf.variable(floats(values, [values.length])));
  const W = tf.variable(floats(params.W, [10, 16, 3, 3]).transpose([0, 2, 3, 1]).reshape([10, 144]));
  const x = floats(columns.x, [batch, 16, 16, 1]);
  const wanted = tf.oneHot(tf.tensor1d(columns.c, "int32"), 10).toFloat();
  return stepper(() => {
    const h1 = tf.maxPool(tf.conv2d(x, K1, 1, "same").add(b1).relu(), 2, 2, "valid");
    const h2 = tf.maxPool(tf.conv2d(h1, K2, 1, "valid").add(b2).relu(), 2, 2, "valid");
    return tf.losses.softmaxCrossEntropy(wanted, h2.reshape([batch, 144]).matMul(W, false, true).add(b));
  }, tf.train.momentum(0.06 / 1.3, 0.9));
}

function transformer(module, params, columns) {
  const v = variablesOf(module, params);
  const x = tf.tensor1d(columns.x, "int32");
  const wanted = tf.oneHot(tf.tensor1d(columns.c, "int32"), 10).toFloat();
  const normalised = (X) => {
    const { mean, variance } = tf.moments(X, -1, true);
    return X.sub(mean).div(variance.add(1e-5).sqrt());
  };
  const heads = (X) => X.reshape([batch, 8, 2, 12]).transpose([0, 2, 1, 3]);
  const layer = (X, k) => {
    const N = normalised(X);
    const [Q, K, V] = ["Q", "K", "V"].map((name) => heads(N.matMul(v[name + k])));
    const shares = tf.softmax(tf.matMul(Q, K, false, true).div(Math.sqrt(12)));
    const Y = X.add(tf.matMul(shares, V).transpose([0, 2, 1, 3]).reshape([batch * 8, 24]));
    return Y.add(normalised(Y).matMul(v[`A${k}`], false, true).relu().matMul(v[`B${k}`], false, true));
  };
  return stepper(() => {
    const X = tf.gather(v.E, x).add(tf.tile(v.P, [batch, 1]));
    return tf.losses.softmaxCrossEntropy(wanted, normalised(layer(layer(X, 1), 2)).matMul(v.W));
  }, tf.train.adam(1e-6));
}

/** Milliseconds per step over a window. */
function timeWindow(step, windowMs) {
  const start = performance.now();
  let [steps, elapsed] = [0, 0];
  for (; elapsed < windowMs; elapsed = performance.now() - start, steps++) step();
  return elapsed / steps;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const spread = (times) => `${median(times).toFixed(2)} (${Math.min(...times).toFixed(2)}–${Math.max(...times).toFixed(2)})`;
const spec = (name) => readFileSync(new URL(`../specs/networks/${name}.grad`, import.meta.url), "utf8");
/** Sines, and classes in turn. */
const column = ({ classes, shape }) => Array.from({ length: shape.reduce((a, b) => a * b, batch) }, (_, i) => (classes === undefined ? Math.sin(i + 1) : (7 * i + 3) % classes));

await tf.setBackend("cpu");
const networks = [
  ["LSTM, 16 units, 20 steps", spec("adding"), lstm(16, 20)],
  ["LSTM, 64 units, 30 steps", spec("adding").replaceAll("16", "64").replace("input(20, 2)", "input(30, 2)"), lstm(64, 30)],
  ["CNN, cnn-digits", spec("cnn-digits"), cnn],
  ["transformer", spec("transformer"), transformer],
];
for (const [name, text, make] of networks) {
  const { module } = await loadModule(text, {});
  const columns = Object.fromEntries(module.metadata.columns.map((one) => [one.name, one.classes === undefined ? Float64Array.from(column(one)) : Int32Array.from(column(one))]));
  const [params, state, clock] = [module.initialise(1), module.createState(), { t: 1, epoch: 1, rate: 1e-6, seed: 0 }];
  const emitted = () => module.step(params, state, { size: batch, columns }, clock);
  const other = make(module, module.initialise(1), columns);
  for (let k = 0; k < 2; k++) {
    const [a, b] = [emitted(), other()];
    if (!(Math.abs(a - b) < 1e-4 * a)) throw new Error(`${name}: a loss of ${a}, and of ${b} in TensorFlow.js`);
  }
  const times = [[], []];
  for (let k = -2; k < windows; k++) {
    const pair = [timeWindow(emitted, 300), timeWindow(other, 600)];
    if (k >= 0) for (const [n, time] of pair.entries()) times[n].push(time);
  }
  console.log(`${name.padEnd(24)} emitted ${spread(times[0]).padStart(20)} ms, TensorFlow.js ${spread(times[1]).padStart(24)} ms, ratio ${median(times[1].map((time, k) => time / times[0][k])).toFixed(1)}`);
}
