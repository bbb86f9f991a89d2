import type { MetadataRoute } from 'next';
import { getSite } from './current-site.ts';

export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: '/' }, sitemap: `${getSite().origin}/sitemap.xml` };
}
