/** How many errors are forgiven: none in short words and in numbers. */
export function forgivenIn(typed: string): number {
  if (typed.length < 4 || /\p{Nd}/u.test(typed)) return 0;
  return typed.length < 8 ? 1 : 2;
}

/**
 * How far a typed word is from the beginning of a known one: letters left out, added, taken for another, or two swapped
 * count one each (optimal string alignment). Two for each error, and one more when the word goes on: a whole word goes
 * before one that only begins alike. Infinite when they are too far apart. The catalog's `TypingErrors` is the same.
 */
export function typingCost(typed: string, word: string): number {
  const forgiven = forgivenIn(typed);
  const reach = Math.min(word.length, typed.length + forgiven);
  let beforeLast = new Array<number>(reach + 1).fill(0);
  let last = Array.from({ length: reach + 1 }, (_, at) => at);
  let row = new Array<number>(reach + 1).fill(0);
  const at = (cells: readonly number[], place: number) => cells[place] ?? Infinity;
  for (let i = 1; i <= typed.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= reach; j++) {
      const wanted = typed[i - 1];
      const found = word[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (wanted === found ? 0 : 1));
      if (i > 1 && j > 1 && wanted === word[j - 2] && typed[i - 2] === found)
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > forgiven) return Infinity;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  const errors = Math.min(...last);
  if (errors > forgiven) return Infinity;
  const whole = reach === word.length && at(last, reach) <= forgiven;
  return 2 * errors + (whole ? 0 : 1);
}

/** Which letters a word has, as bits; some letters share one. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** How many bits are set. */
export function countOf(letters: number): number {
  let count = 0;
  for (let left = letters; left !== 0; left &= left - 1) count++;
  return count;
}
