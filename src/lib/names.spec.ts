import { expect, it } from 'vitest';
import { possibleNames } from './names.ts';

it.each([
	['Jeg talte med Mette Hansen i dag. Hun var god, og Bo hjalp.', ['Mette Hansen', 'Bo']],
	['Jobcentret svarede ikke. Der gik tre uger.', []],
	['De spurgte, om De måtte ringe. I Vejen og Vejen.', ['Vejen']],
	['min rådgiver Anne-Marie Ølgaard\nSkriv til hende', ['Anne-Marie Ølgaard']]
])('%s', (text, names) => {
	expect(possibleNames(text)).toEqual(names);
});
