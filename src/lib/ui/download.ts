/** A browser may begin to read the file only some time after the press. */
const KEPT_SECONDS = 60;

/** Hands the browser a file that was made in the page. */
export function download(name: string, content: string, type: string): void {
	const address = URL.createObjectURL(new Blob([content], { type }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.hidden = true;
	// Not every browser presses a link that stands nowhere.
	document.body.append(link);
	link.click();
	link.remove();
	setTimeout(() => URL.revokeObjectURL(address), KEPT_SECONDS * 1000);
}
