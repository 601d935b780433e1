let context: AudioContext | null = null;

function tone(frequency: number, startIn: number, seconds: number): void {
  context ??= new AudioContext();
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  const start = context.currentTime + startIn;
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0.12, start);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + seconds);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + seconds);
}

/** Felt where the device can; Safari has no such thing. */
const shake = (pattern: number | number[]) => (navigator as Partial<Navigator>).vibrate?.(pattern);

/** The sounds of the till: known goods a short high beep, anything to look at two low ones. */
export interface Sounds {
  added(): void;
  refused(): void;
}

export const speaker: Sounds = {
  added: () => {
    tone(1320, 0, 0.08);
    shake(40);
  },
  refused: () => {
    shake([90, 60, 90]);
    tone(330, 0, 0.16);
    tone(262, 0.2, 0.22);
  },
};
