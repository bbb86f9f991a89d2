import { llmsTxt } from '#lib/metadata/llms-txt.ts';
import { type LanguageContext, languageFile, languageParams } from '../../language-file.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;
export const generateStaticParams = languageParams;

/** llms.txt in a language. */
export function GET(_request: Request, context: LanguageContext) {
  return languageFile(context, 'txt', (site, language, t) =>
    llmsTxt(site, language, { csv: t('openData.csv'), json: t('openData.json'), schema: t('openData.schema') }),
  );
}
