/**
 * Processor time that a piece of work takes, in milliseconds: the least of several runs, since a busy machine stretches
 * the clock's time, and a cold cache any.
 */
export function processorTime(work: () => void, runs = 3): number {
  const once = (): number => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  return Math.min(...Array.from({ length: runs }, once))
}
