// Effort: what work costs in processor time of this thread. A limit on it holds on a busy machine too, where a limit on the clock doesn't.
export function effortOf(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
