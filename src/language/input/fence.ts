/** Tells which lines are code between fences of ``` or ~~~, the fences included. */
export function fences(): (line: string) => boolean {
  let open: { mark: string; length: number } | null = null
  return (line) => {
    const [, mark = '', rest = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? []
    if (open === null) {
      if (mark === '' || (mark.startsWith('`') && rest.includes('`'))) return false
      open = { mark: mark.slice(0, 1), length: mark.length }
      return true
    }
    if (mark.startsWith(open.mark) && mark.length >= open.length && rest.trim() === '') open = null
    return true
  }
}
