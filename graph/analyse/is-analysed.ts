export { isAnalysed } from './analysis-run.ts';
