import { JourneyModel } from '../../src/lib/journey/model.ts';

const ours = { kind: 'ours', why: 'a model made up for tests' } as const;
const step = (id: string) => ({ id, text: { da: `trin ${id}` } });

/** A municipality that sees it quite differently: three kinds, two areas, one language. */
export const otherModel: JourneyModel = JourneyModel.parse({
	id: 'harbour',
	municipality: 'Havneby Kommune',
	plan: 'Havnebys plan',
	kinds: ['alone', 'along', 'around'].map((id) => ({
		id,
		name: { da: `Navn ${id}` },
		short: { da: id },
		offers: [{ text: { da: 'Kaffe' }, source: ours }],
		aim: { text: { da: 'Havn' }, source: ours },
		expectOfUs: [{ text: { da: 'Tid' }, source: ours }]
	})),
	areas: ['boat', 'weather'].map((id) => ({
		id,
		name: { da: `Område ${id}` },
		steps: ['calm', 'breeze', 'wind', 'storm', 'fog'].map(step),
		sources: [ours],
		counted: true
	})),
	relations: [
		{
			id: 'rough',
			kind: 'around',
			steps: [
				{ area: 'boat', step: 'storm' },
				{ area: 'weather', step: 'storm' }
			],
			atLeast: 2,
			reason: { da: 'Det blæser begge steder.' },
			source: ours
		}
	]
});
