/** Breaks text into lines of at most `room`; a word that is too long by itself is cut. */
export function wrap(text: string, room: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(...cut(word, room, widthOf));
  }
  return lines;
}

function cut(word: string, room: number, widthOf: (text: string) => number): string[] {
  const parts = [''];
  for (const letter of word) {
    const longer = `${parts.at(-1) ?? ''}${letter}`;
    if (parts.at(-1) === '' || widthOf(longer) <= room) parts[parts.length - 1] = longer;
    else parts.push(letter);
  }
  return parts;
}
