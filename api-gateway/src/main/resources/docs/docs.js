fetch('/api/openapi')
    .then((answer) => answer.json())
    .then(({items}) => SwaggerUIBundle({
        dom_id: '#api',
        urls: items.map(({service, url}) => ({name: service, url})),
        presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
        layout: 'StandaloneLayout',
        // nothing is fetched from outside, so no badge from the online validator
        validatorUrl: null,
    }));
