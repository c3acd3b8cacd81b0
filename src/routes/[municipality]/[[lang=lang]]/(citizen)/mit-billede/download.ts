/** Hands the browser a file that was made on the device. */
export function download(name: string, content: string): void {
	const address = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	URL.revokeObjectURL(address);
}
