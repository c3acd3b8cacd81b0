import { expect, it } from 'vitest';
import { begin } from './assessment.ts';
import { read, write } from './file.ts';
import { otherModel } from '../../../tests/support/other-model.ts';

const picture = begin('8f1c2b1e-1f60-4c43-9d0f-3a8f5a2f8b11', otherModel, '2026-05-20');

it('reads what it wrote', () => {
	expect(read(write([picture]))).toEqual([picture]);
});

it.each(['', 'not a file', '{}', '{"oejenhoejde":"mit-billede","version":2,"pictures":[]}'])(
	'does not read %j',
	(text) => expect(read(text)).toBeUndefined()
);

it('does not read a picture with something in it that is not a picture', () => {
	expect(read(write([{ ...picture, marker: 'Not an id' }]))).toBeUndefined();
});
