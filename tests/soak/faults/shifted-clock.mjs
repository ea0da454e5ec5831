/**
 * For `--import`: the time of day jumps, as where somebody sets the clock; what runs by itself (timers, performance.now) goes on.
 * LACUNA_TEST_CLOCK is a list of shifts in milliseconds; with LACUNA_TEST_CLOCK_EVERY_MS each holds for so long, in turn, else the first holds.
 */
const shifts = (process.env.LACUNA_TEST_CLOCK ?? '0').split(',').map(Number);
const everyMs = Number(process.env.LACUNA_TEST_CLOCK_EVERY_MS ?? 0);
const RealDate = globalThis.Date;
const begun = performance.now();

const shift = () => {
  const turn = everyMs === 0 ? 0 : Math.floor((performance.now() - begun) / everyMs);
  return shifts[turn % shifts.length];
};
const now = () => RealDate.now() + shift();

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
