# The same image as by `dotnet publish /t:PublishContainer`, for those who build with Docker: the one file on a base without a shell.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update && apt-get install --yes --no-install-recommends clang zlib1g-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN dotnet publish LiteBooks --configuration Release --use-current-runtime --output /out -p:PublishAot=true -p:StripSymbols=true -p:DebugType=none

FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled
COPY --from=build /out/LiteBooks /usr/local/bin/litebooks
ENV ASPNETCORE_URLS=http://0.0.0.0:8000 LITEBOOKS__Database__Path=/home/app/litebooks.db
USER $APP_UID
# All data lies here, and nothing else.
WORKDIR /home/app
VOLUME /home/app
EXPOSE 8000
# What docker stop sends; give it longer than Http:DrainSeconds (docker stop --time 60).
STOPSIGNAL SIGTERM
ENTRYPOINT ["/usr/local/bin/litebooks"]
