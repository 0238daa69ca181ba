// Answer blocks: the answers of an assessment's questionnaire as its report gives them; none where nobody began one.
import type { Block } from '../../documents/report-shapes.ts'
import type { Scope } from '../../ground/scope.ts'

export async function answerBlocks(_scope: Scope, _assessmentId: string): Promise<readonly Block[]> {
  return []
}
