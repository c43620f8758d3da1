/** What came of a code that a buyer typed: it is given, or why it is not. `least` and `pieces` say how much it takes. */
export type CodeState =
  | { state: 'given' | 'gone' | 'spent' | 'not-for' | 'beaten' }
  | { state: 'least'; leastMinor: number }
  | { state: 'pieces'; leastPieces: number };
