import { reportable } from '../../../reportable';

export default reportable('feedback', 'forum', 'moderation');
