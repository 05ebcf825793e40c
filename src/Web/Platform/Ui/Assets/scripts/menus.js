// An open menu closes on Escape, and the person's menu on a click beside it.
const open = () => document.querySelectorAll('.person-menu[open], .menu-toggle[open]');

document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of open()) {
        menu.open = false;
        menu.querySelector('summary').focus();
    }
});

document.addEventListener('click', (event) => {
    for (const menu of open()) {
        if (menu.matches('.person-menu') && !menu.contains(event.target)) menu.open = false;
    }
});
