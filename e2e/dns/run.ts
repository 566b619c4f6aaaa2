throw new Error('nothing to compare yet');
