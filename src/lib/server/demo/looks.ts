import type { Db } from '../core/database.ts';
import * as look from '../look/look.ts';

/** Invented for the demo, as its figures are: no municipality's own arms. A cliff, a river, a square, a bridge, a wood. */
const LOOKS: { [municipality: string]: { accent: string; drawing: string } } = {
	stevns: {
		accent: '#1b5e8a',
		drawing:
			'<path d="M2 34V14l7-8 6 5 5-4 4 6v21z" fill="#e9eef2" stroke="#1b5e8a" stroke-width="2"/><path d="M2 34q6-4 11 0t11 0 11 0 11 0" fill="none" stroke="#1b5e8a" stroke-width="3"/><circle cx="38" cy="10" r="5" fill="#f0b23c"/>'
	},
	vejen: {
		accent: '#7a3b12',
		drawing:
			'<path d="M4 36C16 30 8 20 20 16S30 8 44 4" fill="none" stroke="#7a3b12" stroke-width="6"/><path d="M4 36C16 30 8 20 20 16S30 8 44 4" fill="none" stroke="#fff" stroke-width="1.5" stroke-dasharray="3 3"/><circle cx="10" cy="12" r="6" fill="#d9a441"/>'
	},
	glostrup: {
		accent: '#6b2c7c',
		drawing:
			'<path d="M6 36V18l9-8 9 8v18z" fill="#6b2c7c"/><path d="M24 36V24l8-7 8 7v12z" fill="#b985c6"/><path d="M12 36v-8h6v8zM29 36v-6h6v6z" fill="#fff"/>'
	},
	soenderborg: {
		accent: '#a3262f',
		drawing:
			'<path d="M2 28h44" stroke="#a3262f" stroke-width="4"/><path d="M8 28a14 14 0 0 1 28 0M22 28V14M15 28V17M29 28V17" fill="none" stroke="#a3262f" stroke-width="3"/><path d="M2 36q6-4 11 0t11 0 11 0 11 0" fill="none" stroke="#5b7d94" stroke-width="3"/>'
	},
	slagelse: {
		accent: '#1d6b4f',
		drawing:
			'<path d="M14 4 24 20H4zM14 14 26 32H2z" fill="#1d6b4f"/><path d="M34 10 42 24H26zM34 18 44 32H24z" fill="#69a98f"/><path d="M13 32h2v5h-2zM33 32h2v5h-2z" fill="#5b3a1e"/>'
	}
};

/** Gives an invented year's municipality a look of its own, through the door that a real one's comes by. */
export function dress(db: Db, municipality: string): void {
	const own = LOOKS[municipality];
	if (!own) return;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 40">${own.drawing}</svg>`;
	const isReadable = look.chooseAccent(db, own.accent);
	const kept = look.putLogo(db, Buffer.from(svg));
	if (!isReadable || !kept.ok) throw new Error(`the look of ${municipality} cannot be used`);
}
