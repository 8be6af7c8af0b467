/* What the benches use of packages that come without types. */

declare module 'write-good' {
  export default function writeGood(text: string): { index: number; reason: string }[]
}

declare module 'vader-sentiment' {
  const vader: { SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } } }
  export default vader
}
