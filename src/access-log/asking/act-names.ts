// Act names: how asking the log and reading answers is called in the log itself; kept for everybody, in Dutch, like every act of the product.
export const actNames = {
  asked: 'Logboek bevraagd', answerRead: 'Antwoord uit het logboek bekeken', answerExported: 'Antwoord uit het logboek geëxporteerd', actRead: 'Handeling in het logboek bekeken', signalRead: 'Signaal uit het logboek bekeken',
} as const
