// Lets the items of a short list be dragged by mouse, pen or finger. The buttons do the same; nobody needs this.

/** @param {HTMLElement} list @param {(item: Element) => void} dropped is called when an item has another place than before. */
export function letDrag(list, dropped) {
    let [item, before] = [null, null];

    list.addEventListener('pointerdown', (event) => {
        const handle = event.target.closest('.wish-handle');
        if (!handle || event.button !== 0) return;
        event.preventDefault();
        item = handle.closest('li');
        before = item.nextElementSibling;
        item.classList.add('is-dragged');
        list.setPointerCapture(event.pointerId);
    });

    list.addEventListener('pointermove', (event) => {
        if (!item) return;
        for (const other of list.children) {
            if (other === item) continue;
            const box = other.getBoundingClientRect();
            const isAbove = event.clientY < box.top + box.height / 2;
            const follows = Boolean(item.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
            if (isAbove && !follows) return other.before(item);
            if (!isAbove && follows && other.nextElementSibling !== item && event.clientY > box.top + box.height / 2) other.after(item);
        }
    });

    const end = (isDropped) => () => {
        if (!item) return;
        const ended = item;
        item = null;
        ended.classList.remove('is-dragged');
        if (!isDropped) before ? before.before(ended) : list.append(ended);
        else if (ended.nextElementSibling !== before) dropped(ended);
    };
    list.addEventListener('pointerup', end(true));
    list.addEventListener('pointercancel', end(false));
}
