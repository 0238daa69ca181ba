// Refusals: the handful of ways in which the product says no. Thrown anywhere, turned into a page or problem+json in one place.

/** One thing that is wrong with an input: `at` is the path of the field (`name`, `purposes.2.purpose`), `message` is Dutch for people. */
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
  constructor(message = 'Deze pagina of dit onderdeel bestaat niet, of u mag het niet zien.') {
    super(404, message)
  }
}

export class NotSignedIn extends Refusal {
  constructor(message = 'Log eerst in.') {
    super(401, message)
  }
}

export class NotAllowed extends Refusal {
  constructor(message = 'Uw rol geeft hier geen toegang toe.') {
    super(403, message)
  }
}

/** Input that can't be accepted: every fault at once, each at its field. */
export class Invalid extends Refusal {
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[], message = 'De invoer klopt nog niet.') {
    super(400, message)
    this.faults = faults
  }
}

/** Somebody else changed the same entry meanwhile. */
export class Conflict extends Refusal {
  constructor(message = 'Iemand anders heeft dit intussen gewijzigd.') {
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
  constructor(retryAfterSeconds: number, message = 'Te veel pogingen. Wacht even en probeer het opnieuw.') {
    super(429, message)
    this.retryAfterSeconds = retryAfterSeconds
  }
}
