// Menus: a menu of links closes on Escape and on a press elsewhere.
for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-menu]')) {
  document.addEventListener('click', (event) => {
    if (menu.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false
  })
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return
    menu.open = false
    menu.querySelector('summary')?.focus()
  })
}
