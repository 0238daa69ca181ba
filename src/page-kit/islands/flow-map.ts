// Flow map: what is pointed at, or has the focus, stands out with the lines that touch it and with what lies at their other end.
for (const drawing of document.querySelectorAll<SVGElement>('[data-flow] svg')) {
  const boxes = new Map([...drawing.querySelectorAll<SVGElement>('[data-box]')].map((box) => [box.dataset.box ?? '', box]))
  const lines = [...drawing.querySelectorAll<SVGElement>('[data-from]')]

  const look = (target: EventTarget | null) => {
    const box = target instanceof Element ? target.closest<SVGElement>('[data-box]') ?? target.querySelector<SVGElement>('[data-box]') : null
    const id = box?.dataset.box
    const seen = new Set([id])
    for (const line of lines) {
      const touches = id !== undefined && (line.dataset.from === id || line.dataset.to === id)
      line.classList.toggle('wb-flow__line--seen', touches)
      if (touches) seen.add(line.dataset.from).add(line.dataset.to)
    }
    for (const [key, one] of boxes) one.classList.toggle('wb-flow__box--seen', seen.has(key))
    drawing.classList.toggle('wb-flow__drawing--looking', id !== undefined)
  }

  drawing.addEventListener('pointerover', (event) => look(event.target instanceof Element && event.target.closest('[data-box]') ? event.target : null))
  drawing.addEventListener('pointerleave', () => look(null))
  drawing.addEventListener('focusin', (event) => look(event.target))
  drawing.addEventListener('focusout', () => look(null))
}
