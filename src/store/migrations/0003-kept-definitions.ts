/** Version 3: the findings on a definition that its writer chose to keep, as JSON; null where there are none. */
export const keptDefinitions = `
ALTER TABLE behavior_version ADD COLUMN kept TEXT;
`
