// Expression: the small language in which questionnaires reckon scores and judge answers (a part of JEXL): parsed once, and refused where it says what isn't known.
export type Value = string | number | boolean | null | undefined | readonly Value[] | { readonly [key: string]: Value }

export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'name'; readonly path: readonly string[] }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Expression[] }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'choice'; readonly when: Expression; readonly met: Expression; readonly otherwise: Expression }

const functionNames = ['answers', 'bool', 'count', 'countSelectedOptions', 'weightedCountMap'] as const
type FunctionName = (typeof functionNames)[number]
const strengths = { '||': 10, '&&': 10, '==': 20, '!=': 20, '>': 20, '>=': 20, '<': 20, '<=': 20, in: 20, '+': 30, '-': 30, '*': 40, '/': 40 } as const
type Operator = keyof typeof strengths

/** What an expression may look at: the answers, and names such as `scores` and `criteria`. */
export type Surroundings = { readonly answer: (id: string) => Value; readonly names: Readonly<Record<string, Value>> }

/** @throws Error saying what isn't understood, and where */
export function parseExpression(text: string): Expression {
  const tokens = tokensOf(text)
  let place = 0
  const fail = (): never => { throw new Error(`${tokens[place]?.text ?? 'the end'} isn’t understood in ${text.slice(0, 80)}`) }
  const next = () => tokens[place++] ?? fail()
  const take = (wanted: string) => tokens[place]?.text === wanted && tokens[place]?.kind === 'sign' && Boolean(++place)
  const expect = (wanted: string) => { if (!take(wanted)) fail() }
  const parsed = choice()
  if (place < tokens.length) fail()
  return parsed

  function choice(): Expression {
    const when = binary(0)
    if (!take('?')) return when
    const met = choice()
    expect(':')
    return { kind: 'choice', when, met, otherwise: choice() }
  }

  function binary(weakest: number): Expression {
    let left = piped()
    let joined: string | undefined
    for (;;) {
      const operator = operatorAt()
      if (!operator || strengths[operator] <= weakest) return left
      // JEXL gives both the same strength, JavaScript doesn't: who wrote it meant one of the two, and nobody can tell which.
      if ((operator === '&&' || operator === '||') && joined !== undefined && joined !== operator) throw new Error(`&& and || stand side by side without brackets in ${text.slice(0, 80)}`)
      if (operator === '&&' || operator === '||') joined = operator
      place++
      left = { kind: 'binary', operator, left, right: binary(strengths[operator]) }
    }
  }

  function operatorAt(): Operator | undefined {
    const token = tokens[place]
    return token && token.kind !== 'text' && Object.hasOwn(strengths, token.text) ? token.text as Operator : undefined
  }

  function piped(): Expression {
    let value = simple()
    while (take('|')) value = { kind: 'call', name: functionName(next().text), args: [value] }
    return value
  }

  function simple(): Expression {
    const token = next()
    if (token.kind === 'text') return { kind: 'literal', value: token.text }
    if (token.kind === 'number') return { kind: 'literal', value: Number(token.text) }
    if (token.kind === 'sign') {
      if (token.text === '(') {
        const inner = choice()
        expect(')')
        return inner
      }
      if (token.text === '[') return { kind: 'list', items: listUntil(']') }
      place--
      return fail()
    }
    if (token.text === 'true' || token.text === 'false') return { kind: 'literal', value: token.text === 'true' }
    if (token.text === 'null') return { kind: 'literal', value: null }
    if (take('(')) return { kind: 'call', name: functionName(token.text), args: listUntil(')') }
    const path = [token.text]
    while (take('.')) path.push(next().text)
    return { kind: 'name', path }
  }

  function listUntil(end: string): Expression[] {
    const items: Expression[] = []
    if (take(end)) return items
    do items.push(choice()); while (take(','))
    expect(end)
    return items
  }

  function functionName(name: string): FunctionName {
    const found = functionNames.find((one) => one === name)
    if (!found) throw new Error(`The function ${name} isn’t known in ${text.slice(0, 80)}`)
    return found
  }
}

export function evaluate(expression: Expression, around: Surroundings): Value {
  const of = (inner: Expression) => evaluate(inner, around)
  switch (expression.kind) {
    case 'literal': return expression.value
    case 'list': return expression.items.map(of)
    case 'name': return expression.path.slice(1).reduce<Value>((value, key) => isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined, around.names[expression.path[0]!])
    case 'choice': return of(expression.when) ? of(expression.met) : of(expression.otherwise)
    case 'call': return call(expression.name, expression.args.map(of), around)
    case 'binary': {
      const left = of(expression.left)
      if (expression.operator === '&&') return left ? of(expression.right) : left
      if (expression.operator === '||') return left ? left : of(expression.right)
      return reckon(expression.operator, left, of(expression.right))
    }
  }
}

/** Every text that an expression gives to `answers` or `countSelectedOptions`, and every name that it looks at. */
export function mentionsOf(expression: Expression): { readonly questions: readonly string[]; readonly names: readonly string[] } {
  const questions: string[] = []
  const names: string[] = []
  const visit = (one: Expression): void => {
    if (one.kind === 'name') names.push(one.path.join('.'))
    if (one.kind === 'call' && (one.name === 'answers' || one.name === 'countSelectedOptions') && one.args[0]?.kind === 'literal') questions.push(String(one.args[0].value))
    if (one.kind === 'list') one.items.forEach(visit)
    if (one.kind === 'call') one.args.forEach(visit)
    if (one.kind === 'binary') [one.left, one.right].forEach(visit)
    if (one.kind === 'choice') [one.when, one.met, one.otherwise].forEach(visit)
  }
  visit(expression)
  return { questions, names }
}

function call(name: FunctionName, [first, keys, weights]: readonly Value[], around: Surroundings): Value {
  switch (name) {
    case 'answers': return around.answer(String(first)) ?? null
    case 'bool': return first === true || first === 'true'
    case 'count': return isList(first) ? first.length : 0
    case 'countSelectedOptions': {
      const answer = around.answer(String(first))
      return isList(answer) ? answer.length : 0
    }
    case 'weightedCountMap': return isList(first) && isList(keys) && isList(weights) ? first.reduce<number>((sum, value) => sum + (Number(weights[keys.indexOf(value)]) || 0), 0) : 0
  }
}

function reckon(operator: Exclude<Operator, '&&' | '||'>, left: Value, right: Value): Value {
  switch (operator) {
    case '==': return isSame(left, right)
    case '!=': return !isSame(left, right)
    case 'in': return isList(right) && right.some((one) => one === left)
    case '<': return number(left) < number(right)
    case '<=': return number(left) <= number(right)
    case '>': return number(left) > number(right)
    case '>=': return number(left) >= number(right)
    case '+': return number(left) + number(right)
    case '-': return number(left) - number(right)
    case '*': return number(left) * number(right)
    case '/': return number(left) / number(right)
  }
}

/** Nothing is nothing, whether it was never said or said to be nothing. */
function isSame(left: Value, right: Value): boolean {
  return left === right || ((left === null || left === undefined) && (right === null || right === undefined))
}

function number(value: Value): number {
  return typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : typeof value === 'string' && value.trim() !== '' ? Number(value) : 0
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

function isObject(value: Value): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !isList(value)
}

type Token = { readonly kind: 'text' | 'number' | 'name' | 'sign'; readonly text: string }

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const pattern = /\s*(?:'((?:[^'\\]|\\.)*)'|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(\|\||&&|[=!<>]=|[<>()[\],.?:|+*/-]))/gy
  const end = text.trimEnd().length
  while (pattern.lastIndex < end) {
    const from = pattern.lastIndex
    const match = pattern.exec(text)
    if (!match) throw new Error(`${text.slice(from, from + 20)} isn’t understood`)
    const [, quoted, digits, name, sign] = match
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replace(/\\(.)/g, '$1') })
    else if (digits !== undefined) tokens.push({ kind: 'number', text: digits })
    else tokens.push(name !== undefined ? { kind: 'name', text: name } : { kind: 'sign', text: sign! })
  }
  return tokens
}
