declare module '*.yaml' {
  const data: unknown
  export default data
}

declare module '*.tsv' {
  const text: string
  export default text
}
