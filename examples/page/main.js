import { Curve } from "./curve.js";
import { rowsOf } from "./datasets.js";
import { backwardOf, equationsOf } from "./derivation.js";
import { Session } from "./session.js";
import { Surface } from "./surface.js";

const modules = { spiral: () => import("./spiral.js"), circle: () => import("./circle.js"), xor: () => import("./xor.js") };

const find = (id) => document.getElementById(id);
const surface = new Surface(find("surface"));
const curve = new Curve(find("curve"));
const rate = find("rate");
const speed = find("speed");

let session = null;
let isRunning = false;
/** The epoch at which it pauses by itself. */
let until = 0;
/** Steps and milliseconds since the speed was shown last. */
let pace = { steps: 0, milliseconds: 0, perSecond: null };

const shown = (value) => (value === 0 || (value >= 1e-3 && value < 1e4) ? value.toPrecision(3) : value.toExponential(1));

function show() {
  const { loss, accuracy } = session.evaluate();
  const { epoch } = session.clock;
  if (epoch > 0) curve.add(epoch, loss);
  find("loss").textContent = shown(loss);
  find("accuracy").textContent = `${(100 * accuracy).toFixed(1)} %`;
  find("epoch").textContent = String(epoch);
  find("steps").textContent = pace.perSecond === null ? "–" : Math.round(pace.perSecond).toLocaleString("en");
  return { loss, accuracy };
}

function draw() {
  surface.draw(session);
  curve.draw();
}

/** Says how things stand, for readers of screens too: only when the state changes, not with every epoch. */
function say(text) {
  find("status").textContent = text;
  find("run").textContent = isRunning ? "Pause" : "Start";
}

function frame() {
  if (!isRunning) return;
  const start = performance.now();
  const before = session.clock.t;
  for (let left = Number(speed.value); left > 0 && session.clock.epoch < until; left--) session.epoch();
  pace.milliseconds += performance.now() - start;
  pace.steps += session.clock.t - before;
  if (pace.milliseconds > 10) pace = { steps: 0, milliseconds: 0, perSecond: (1000 * pace.steps) / pace.milliseconds };
  const { loss } = show();
  draw();
  if (!Number.isFinite(loss)) stop("The loss is no number any more. Reset, and try a smaller learning rate.");
  else if (session.clock.epoch >= until) stop(`Done: ${summary()}. Start goes on.`);
  else requestAnimationFrame(frame);
}

function summary() {
  const { loss, accuracy } = session.evaluate();
  return `${session.clock.epoch} epochs, loss ${shown(loss)}, accuracy ${(100 * accuracy).toFixed(1)} %`;
}

function stop(text) {
  isRunning = false;
  say(text);
}

function toggle() {
  if (isRunning) return stop(`Paused after ${summary()}.`);
  isRunning = true;
  if (session.clock.epoch >= until) until += session.module.metadata.train.epochs;
  say("Training.");
  requestAnimationFrame(frame);
}

/** Begins anew with the same module, from its seeded initial parameters. */
function reset(module) {
  session = new Session(module, rowsOf(module.metadata.name), module.metadata.train.seed);
  session.clock.rate = chosenRate();
  until = 0;
  pace = { steps: 0, milliseconds: 0, perSecond: null };
  curve.clear();
  stop(`Ready: ${session.rows.length} points, ${session.params.flat.length} parameters.`);
  show();
  draw();
}

const chosenRate = () => 10 ** Number(rate.value);

function showChoices() {
  const text = chosenRate().toPrecision(2);
  find("rate-value").textContent = text;
  rate.setAttribute("aria-valuetext", text);
  find("speed-value").textContent = speed.value;
}

const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });

async function showMathematics(name) {
  const [spec, module] = await Promise.all([`${name}.grad`, `${name}.js`].map(async (file) => (await fetch(file)).text()));
  find("spec").textContent = equationsOf(spec).join("\n");
  find("backward").replaceChildren(...backwardOf(module).map(({ formula, note, code }) => {
    const details = document.createElement("details");
    details.append(element("summary", formula), ...(note === "" ? [] : [element("p", note)]), Object.assign(element("pre", code), { tabIndex: 0 }));
    return details;
  }));
}

/** Turns to one of the sets; of two choices in quick succession the later one holds. */
async function choose(name) {
  stop("Loading.");
  const module = await modules[name]();
  if (document.querySelector("[name=set]:checked").value !== name) return;
  rate.value = String(Math.log10(module.metadata.train.rate));
  showChoices();
  reset(module);
  await showMathematics(name);
  find("run").disabled = find("reset").disabled = false;
}

for (const input of document.querySelectorAll("[name=set]")) input.addEventListener("change", () => choose(input.value));
find("run").addEventListener("click", toggle);
find("reset").addEventListener("click", () => reset(session.module));
speed.addEventListener("input", showChoices);
rate.addEventListener("input", () => {
  showChoices();
  session.clock.rate = chosenRate();
});
const redraw = () => session !== null && draw();
new ResizeObserver(redraw).observe(find("surface"));
new ResizeObserver(redraw).observe(find("curve"));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);

await choose(document.querySelector("[name=set]:checked").value);
