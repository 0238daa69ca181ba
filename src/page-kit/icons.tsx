// Icons: a few own line drawings on a 24-pixel grid; always beside words, so hidden from assistive technology.

const drawings = {
  home: 'M4 11.5 12 5l8 6.5M6 10v9h4.5v-5h3v5H18v-9',
  list: 'M8 6.5h12M8 12h12M8 17.5h12M4 6.5h.01M4 12h.01M4 17.5h.01',
  building: 'M5 20V5h9v15M14 10h5v10M3.5 20h17M8 9h3M8 12.5h3M8 16h3',
  people: 'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM3.5 19c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5M15.5 5.3a3 3 0 0 1 0 5.4M17 14.8c2 .6 3.2 2 3.5 4.2',
  person: 'M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM5 20c.5-3.6 3.3-5.5 7-5.5s6.5 1.9 7 5.5',
  shield: 'M12 3.5 5 6v5.5c0 4.3 2.8 7.3 7 9 4.2-1.7 7-4.7 7-9V6l-7-2.5Z',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  cross: 'm6 6 12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  trash: 'M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7M10.5 10.5v5.5M13.5 10.5v5.5',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20 20',
  menu: 'M4 7h16M4 12h16M4 17h16',
  down: 'm6 9 6 6 6-6',
  up: 'm6 15 6-6 6 6',
  left: 'm15 6-6 6 6 6',
  right: 'm9 6 6 6-6 6',
  upload: 'M12 16V5M7.5 9 12 4.5 16.5 9M5 15.5V19h14v-3.5',
  download: 'M12 5v11M7.5 12l4.5 4.5 4.5-4.5M5 16v3h14v-3',
  settings: 'M4 7h9M17 7h3M4 12h3M11 12h9M4 17h11M19 17h1M13 5v4M7 10v4M15 15v4',
  clock: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM12 8v4.5l3 2',
  calendar: 'M5 6.5h14V19H5V6.5ZM5 10.5h14M9 4v4M15 4v4',
  document: 'M7 4h7l4 4v12H7V4ZM14 4v4h4M10 12.5h5M10 16h5',
  info: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM12 11.5V16M12 8.2v.01',
  warning: 'M12 4.5 3.5 19h17L12 4.5ZM12 10v4.5M12 16.8v.01',
  error: 'M8.7 4h6.6L20 8.7v6.6L15.3 20H8.7L4 15.3V8.7L8.7 4ZM12 8v5M12 16v.01',
  ok: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM8.5 12.2l2.5 2.5 4.5-5',
  edit: 'm5 19 .8-3.8L16 5l3 3L8.8 18.2 5 19ZM13.8 7.2l3 3',
  filter: 'M4 6h16M7 12h10M10 18h4',
  database: 'M12 9c4 0 7-1.2 7-2.7S16 3.5 12 3.5 5 4.8 5 6.3 8 9 12 9ZM5 6.3v11.4c0 1.6 3 2.8 7 2.8s7-1.2 7-2.8V6.3M5 12c0 1.6 3 2.8 7 2.8s7-1.2 7-2.8',
  link: 'M10 14a4 4 0 0 0 5.7 0l2.8-2.8a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-2.8 2.8a4 4 0 0 0 5.7 5.7l1-1',
  history: 'M4.5 8A8 8 0 1 1 4 12M4 4.5V8.5h4M12 8v4.5l3 1.5',
  globe: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM4 12h16M12 4c2.5 2.3 3.5 5 3.5 8s-1 5.7-3.5 8c-2.5-2.3-3.5-5-3.5-8s1-5.7 3.5-8Z',
  eye: 'M3 12c2-4 5.2-6 9-6s7 2 9 6c-2 4-5.2 6-9 6s-7-2-9-6ZM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  lock: 'M6 11h12v9H6v-9ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  flag: 'M6 20V4.5M6 5h11l-2 3.5 2 3.5H6',
} as const

export type IconName = keyof typeof drawings

/** An icon of the text's own height and colour; decorative. `size` large is 24 px, otherwise 1.25em. */
export function Icon({ name, large = false }: { name: IconName; large?: boolean }) {
  return (
    <svg class={large ? 'wb-icon wb-icon--large' : 'wb-icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  )
}
