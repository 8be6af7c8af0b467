import { expect, test } from 'vitest'
import { parseSeries } from '../../src/capture/series-file.ts'

const shown = (text: string) =>
  parseSeries(text, 'series.csv').map(({ case: of, phase, session, value }) => [
    of,
    phase,
    session,
    value.value,
  ])

test('columns in any order, quoted, with a byte order mark, Windows line ends and empty rows', () => {
  expect(
    shown(
      '\ufeffSession, "Value" ,phase,who,CASE\r\n1,3.5,"before, as it was",x,Ben\r\n,,,,\r\n\r\n2,-2e1,after,x,Kim\r\n',
    ),
  ).toEqual([
    ['Ben', 'before, as it was', 1, 3.5],
    ['Kim', 'after', 2, -20],
  ])
})

test('without cases there is none', () => {
  expect(shown('phase,session,value\nA,1,0')).toEqual([[null, 'A', 1, 0]])
})

test('a session may have no value: an empty one, or NA as R writes it', () => {
  expect(
    parseSeries('phase,session,value\nA,1,NA\nA,2,\nA,3,0\n', 'series.csv').map(({ value }) => value),
  ).toEqual([
    { value: null, why: 'the file has none' },
    { value: null, why: 'the file has none' },
    { value: 0 },
  ])
})

test('every wrong line is named at once, by the number that an editor shows', () => {
  const text =
    'phase,session,value,case\nA,1,x,Ben\n\nA,two,3,Ben\n"two\nlines",3,abc,Ben\nB,4,1,5,Ben\n,5,1e400,\nB,6,7,Ben\n'
  expect(() => parseSeries(text, 'series.csv')).toThrow(
    expect.objectContaining({
      message: "7 places of series.csv can't be read; mend them and try again:",
      details: [
        "line 2: expected a number as the value, found 'x'",
        "line 4: expected the number of the session, found 'two'",
        "line 6: expected a number as the value, found 'abc'",
        'line 7: 5 fields, expected 4',
        'line 8: no case',
        'line 8: no phase',
        "line 8: expected a number as the value, found '1e400'",
      ],
    }),
  )
})

test.each([
  ['', 'series.csv is empty; expected phase,session,value or phase,session,value,case.'],
  ['phase,value\nA,1\n', 'The first line of series.csv has no column session; expected'],
  ['phase,session,value\n', 'series.csv has no line below its first; add a session a line.'],
  ['phase,session,value\n"A,1,2\n', 'series.csv is not CSV: Quote Not Closed'],
])('%j is refused with what was expected', (text, message) => {
  expect(() => parseSeries(text, 'series.csv')).toThrow(message)
})
