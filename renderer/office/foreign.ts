/**
 * What is dragged in from another program: nothing of it is taken, neither an address to go to nor text into a box that somebody is to
 * type. Only files may be dropped, and only where a room asks for them.
 */
export function refuseForeign(): void {
  window.addEventListener('dragover', (event) => {
    event.preventDefault();
    if (event.dataTransfer !== null && !event.dataTransfer.types.includes('Files')) event.dataTransfer.dropEffect = 'none';
  });
  window.addEventListener('drop', (event) => event.preventDefault());
}
