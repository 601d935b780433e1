import { DRAWER_KICK } from '@/shared/escpos/commands';
import { directConnection } from './direct';

/** What nearly all serial receipt printers are set to when they are sold. */
const BAUD_RATE = 9600;

export const hasSerial = () => 'serial' in navigator;

/** Lets the person choose a serial port; the browser remembers the choice. */
export async function chooseSerial(): Promise<void> {
  await navigator.serial.requestPort();
}

export const serialConnection = () => directConnection(openPort, DRAWER_KICK);

async function openPort() {
  const port = (await navigator.serial.getPorts())[0];
  if (!port) return null;
  // A port that is not open has no stream, whatever its type says.
  if (!(port.writable as WritableStream | null)) await port.open({ baudRate: BAUD_RATE });
  const { writable } = port;
  return async (bytes: Uint8Array<ArrayBuffer>) => {
    const writer = writable.getWriter();
    try {
      await writer.write(bytes);
    } finally {
      writer.releaseLock();
    }
  };
}
