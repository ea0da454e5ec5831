import { RECIPES } from './recipes.ts';

/** Why a recipe found nothing; null where the statement is none, or says so itself. */
export function whyEmpty(statement: string): string | null {
  const recipe = RECIPES.find((one) => one.statement === statement.trim());
  if (!recipe) return null;
  if (recipe.empty) return recipe.empty;
  const names = recipe.parameters?.map(({ name }) => `$${name}`) ?? [];
  return names.length > 0 ? `Nothing here fits. Try another value of ${names.join(' or ')}.` : null;
}
