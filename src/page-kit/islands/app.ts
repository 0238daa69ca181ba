// App: the kit's own islands, loaded on every page for people who are signed in.
import './command-search.ts'
import './rows.ts'
import './checkbox-filter.ts'
import './typed-guard.ts'
import './progress.ts'
import './summary-focus.ts'
import './menus.ts'
import './passkey.ts'
