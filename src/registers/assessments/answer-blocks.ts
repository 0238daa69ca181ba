// Answer blocks: the answers of an assessment's questionnaire as its report gives them; none where nobody began one.
import type { Block } from '../../documents/report-shapes.ts'
import type { Scope } from '../../ground/scope.ts'
import { fillingState, reportBlocks } from './filling/filling.ts'

export async function answerBlocks(scope: Scope, assessmentId: string): Promise<readonly Block[]> {
  return await fillingState(scope, assessmentId) === null ? [] : reportBlocks(scope, assessmentId)
}
