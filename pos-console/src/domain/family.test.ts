import { describe, expect, it } from 'vitest';
import { amount } from './decimal';
import { nextQuestion, onePerFamily, shownName } from './family';
import type { Product } from './product';

const shirt = (size: string, colour: string, price = '20.00') =>
  ({
    productId: `${size}-${colour}`,
    name: `Shirt ${size} ${colour}`,
    price: amount(price),
    variant: {
      familyId: 'shirt',
      family: 'Shirt',
      options: [
        { name: 'Size', value: size, place: ['S', 'M', 'L'].indexOf(size) + 1 },
        { name: 'Colour', value: colour, place: ['red', 'blue'].indexOf(colour) + 1 },
      ],
    },
  }) as unknown as Product;
const mug = { productId: 'mug', name: 'Mug', price: amount('5.00'), variant: null } as unknown as Product;

describe('a family', () => {
  it('is shown once, by its name, as its cheapest variant', () => {
    const shown = onePerFamily([shirt('L', 'red'), mug, shirt('S', 'red', '18.00'), shirt('M', 'blue')]);
    expect(shown.map(({ productId }) => productId)).toEqual(['S-red', 'mug']);
    expect(shown.map(shownName)).toEqual(['Shirt', 'Mug']);
  });

  it('asks for one option after the other, in the family’s order, and only for what is left to choose', () => {
    const question = nextQuestion([
      shirt('L', 'red'),
      shirt('S', 'blue'),
      shirt('S', 'red'),
      shirt('M', 'blue'),
    ]);
    expect(question?.option).toBe('Size');
    expect(question?.answers.map(({ value }) => value)).toEqual(['S', 'M', 'L']);
    const small = question?.answers[0]?.variants ?? [];
    expect(nextQuestion(small)?.answers.map(({ value }) => value)).toEqual(['red', 'blue']);
    expect(nextQuestion(question?.answers[1]?.variants ?? [])).toBeNull();
  });
});
