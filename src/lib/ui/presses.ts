/** A press so soon after the screen changed was meant for what stood there before. */
const SETTLE_MILLISECONDS = 500;
/** As far as a finger lands from where it was, when it only presses again. */
const SAME_PLACE_PIXELS = 32;

export type Place = { x: number; y: number };
/** `on` leads away from what has not been seen yet, `back` to what has. */
type Way = 'on' | 'back' | 'other';

/**
 * Tells a press that was meant from the second half of a double press, which would pass over a screen unseen or choose what
 * happens to lie under the finger. Whoever answers or types in between means it.
 * @param now milliseconds
 */
export function presses(now: () => number = () => performance.now()) {
	let until = -Infinity;
	let last: (Place & { way: Way }) | undefined;
	return {
		/** The screen has changed. @param place where the press was that changed it, if it is not known here */
		arrived(place?: Place): void {
			until = now() + SETTLE_MILLISECONDS;
			if (place) last = { ...place, way: 'on' };
		},
		/** Something was chosen or typed. */
		answered(): void {
			until = -Infinity;
		},
		/** Whether a press is to do nothing. As long as they come one after the other, none does. */
		isGhost(press: Place & { way: Way }): boolean {
			const isAgain = last !== undefined && isNear(press, last);
			const isBackAgain = press.way === 'back' && last?.way === 'back';
			const isGhost = now() < until && (press.way === 'on' || (isAgain && !isBackAgain));
			if (isGhost) until = now() + SETTLE_MILLISECONDS;
			else last = press;
			return isGhost;
		}
	};
}

/** Keeps ghosts away from all that stands in an element. */
export const settles =
	(guard: ReturnType<typeof presses>, wayOf: (pressed: Element) => Way) =>
	(node: HTMLElement): (() => void) => {
		const press = (event: MouseEvent) => {
			// A program that presses is no finger.
			if (!event.isTrusted) return;
			const { target, clientX: x, clientY: y } = event;
			const way = target instanceof Element ? wayOf(target) : 'other';
			if (!guard.isGhost({ x, y, way })) return;
			event.preventDefault();
			event.stopPropagation();
		};
		const answer = () => guard.answered();
		node.addEventListener('click', press, true);
		node.addEventListener('input', answer);
		return () => {
			node.removeEventListener('click', press, true);
			node.removeEventListener('input', answer);
		};
	};

/** A press by a key has no place. */
const isNear = (a: Place, b: Place): boolean =>
	a.x + a.y > 0 && Math.hypot(a.x - b.x, a.y - b.y) <= SAME_PLACE_PIXELS;
