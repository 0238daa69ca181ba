// Refusals: the handful of ways in which the product says no. Thrown anywhere, turned into a page or problem+json in one place.
import { t } from './words.ts'

/** One thing that is wrong with an input: `at` is the path of the field (`name`, `purposes.2.purpose`), `message` is for people, in the language of who reads. */
export type Fault = { at: string; message: string }

export class Refusal extends Error {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429
  constructor(status: Refusal['status'], message: string) {
    super(message)
    this.status = status
    this.name = new.target.name
  }
}

/** What isn't there, or belongs to another organisation: the same answer, so that nobody learns that it exists. */
export class NotFound extends Refusal {
  constructor(message = t('Deze pagina of dit onderdeel bestaat niet, of u mag het niet zien.', 'This page or part doesn’t exist, or you may not see it.')) {
    super(404, message)
  }
}

export class NotSignedIn extends Refusal {
  constructor(message = t('Log eerst in.', 'Sign in first.')) {
    super(401, message)
  }
}

export class NotAllowed extends Refusal {
  constructor(message = t('Uw rol geeft hier geen toegang toe.', 'Your role gives no access to this.')) {
    super(403, message)
  }
}

/** Input that can't be accepted: every fault at once, each at its field. */
export class Invalid extends Refusal {
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[], message = t('De invoer klopt nog niet.', 'What you filled in isn’t right yet.')) {
    super(400, message)
    this.faults = faults
  }
}

/** Somebody else changed the same entry meanwhile. */
export class Conflict extends Refusal {
  constructor(message = t('Iemand anders heeft dit intussen gewijzigd.', 'Somebody else has changed this in the meantime.')) {
    super(409, message)
  }
}

/** A rule of law, policy or lifecycle forbids this step now; the message says what to do first. */
export class Refused extends Refusal {
  constructor(message: string) {
    super(409, message)
  }
}

export class TooLarge extends Refusal {
  constructor(message: string) {
    super(413, message)
  }
}

export class TooMany extends Refusal {
  readonly retryAfterSeconds: number
  constructor(retryAfterSeconds: number, message = t('Te veel pogingen. Wacht even en probeer het opnieuw.', 'Too many attempts. Wait a moment and try again.')) {
    super(429, message)
    this.retryAfterSeconds = retryAfterSeconds
  }
}
