/** Milliseconds that this process has worked. A clock on the wall counts what else the machine does, too. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
