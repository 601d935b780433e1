import type { Bitmap } from './pen';

export type Alignment = 'start' | 'centre' | 'end';

/** Writes ESC/POS commands, as Epson's command reference defines them. */
export class Commands {
  private readonly bytes: number[] = [];

  /** Clears what the last document left set; leaves the two-byte mode in which some printers start. */
  begin(): void {
    this.bytes.push(0x1b, 0x40, 0x1c, 0x2e);
  }

  page(number: number): void {
    this.bytes.push(0x1b, 0x74, number);
  }

  align(alignment: Alignment): void {
    this.bytes.push(0x1b, 0x61, alignment === 'centre' ? 1 : alignment === 'end' ? 2 : 0);
  }

  bold(on: boolean): void {
    this.bytes.push(0x1b, 0x45, on ? 1 : 0);
  }

  /** How many times as wide and as tall as plain letters. */
  size(wide: 1 | 2, tall: 1 | 2): void {
    this.bytes.push(0x1d, 0x21, ((wide - 1) << 4) | (tall - 1));
  }

  line(bytes: readonly number[]): void {
    this.bytes.push(...bytes, 0x0a);
  }

  feed(dots: number): void {
    this.bytes.push(0x1b, 0x4a, dots);
  }

  /** GS v 0: rows of dots, eight in a byte, the leftmost in its highest bit. */
  raster({ width, height, bits }: Bitmap): void {
    const row = width / 8;
    this.bytes.push(0x1d, 0x76, 0x30, 0, row & 0xff, row >> 8, height & 0xff, height >> 8);
    for (const byte of bits) this.bytes.push(byte);
  }

  /** A QR code that the printer draws: model 2, `module` dots for each of its squares, 15 % may be damaged. */
  qr(content: string, module: number): void {
    const data = [...new TextEncoder().encode(content)];
    const length = data.length + 3;
    this.bytes.push(0x1d, 0x28, 0x6b, 4, 0, 49, 65, 50, 0);
    this.bytes.push(0x1d, 0x28, 0x6b, 3, 0, 49, 67, module);
    this.bytes.push(0x1d, 0x28, 0x6b, 3, 0, 49, 69, 49);
    this.bytes.push(0x1d, 0x28, 0x6b, length & 0xff, length >> 8, 49, 80, 48, ...data);
    this.bytes.push(0x1d, 0x28, 0x6b, 3, 0, 49, 81, 48);
  }

  /** Moves the paper to the knife and cuts it, all but a bridge. */
  cut(): void {
    this.bytes.push(0x1d, 0x56, 66, 0);
  }

  done(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.bytes);
  }
}

/** The pulse that opens the cash drawer at a printer's first socket: 50 ms on, 500 ms off. */
export const DRAWER_KICK: Uint8Array<ArrayBuffer> = Uint8Array.of(0x1b, 0x70, 0, 25, 250);
