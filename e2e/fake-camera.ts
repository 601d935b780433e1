import { writeFileSync } from 'node:fs'

const LEFT_ODD = ['0001101', '0011001', '0010011', '0111101', '0100011', '0110001', '0101111', '0111011', '0110111', '0001011']
const PARITY = ['OOOOOO', 'OOEOEE', 'OOEEOE', 'OOEEEO', 'OEOOEE', 'OEEOOE', 'OEEEOO', 'OEOEOE', 'OEOEEO', 'OEEOEO']
const RIGHT = LEFT_ODD.map((bars) => [...bars].map((bar) => (bar === '0' ? '1' : '0')).join(''))
const LEFT_EVEN = RIGHT.map((bars) => [...bars].reverse().join(''))

/** The 95 modules of an EAN-13, 1 for a bar (ISO/IEC 15420). */
function ean13(code: string): string {
  const [first, ...digits] = [...code].map(Number)
  const left = digits.slice(0, 6).map((digit, at) => (PARITY[first!]![at] === 'O' ? LEFT_ODD : LEFT_EVEN)[digit])
  const right = digits.slice(6).map((digit) => RIGHT[digit])
  return ['101', ...left, '01010', ...right, '101'].join('')
}

const WIDTH = 640
const HEIGHT = 360
const MODULE = 4
const PAPER = 200
const INK = 60
const NO_COLOUR = 128

/** Writes what a camera would see that a pack is held before: a film of one picture, as Chromium's fake camera plays it. */
export function writeFilm(file: string, code: string): void {
  const bars = ean13(code)
  const from = (WIDTH - bars.length * MODULE) / 2
  const row = Buffer.alloc(WIDTH, PAPER)
  for (let at = 0; at < bars.length * MODULE; at++) if (bars[Math.floor(at / MODULE)] === '1') row[from + at] = INK
  const picture = Array.from({ length: HEIGHT }, (_, y) => (y > 90 && y < 270 ? row : Buffer.alloc(WIDTH, PAPER)))
  const colours = Buffer.alloc((WIDTH * HEIGHT) / 2, NO_COLOUR)
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\nFRAME\n`), ...picture, colours]))
}
